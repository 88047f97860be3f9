package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.CodePoints;
import dev.kida.value.Iteration;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Truth;
import dev.kida.value.TypeNames;
import dev.kida.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Filters that measure lists and take parts of them. */
final class CollectionFilters {

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "length count first last list reverse join classes "
            + "random shuffle take skip compact batch slice unique";

    private CollectionFilters() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "length", "count" -> Library.function("length", "value", (args, context) -> length(args[0], context));
            case "first" -> Library.function(name, "value", (args, context) -> first(args[0], context));
            case "last" -> Library.function(name, "value", (args, context) -> last(args[0], context));
            case "list" -> Library.function(name, "value", (args, context) -> Items.copy(args[0], "list"));
            case "reverse" -> Library.function(name, "value", (args, context) -> reverse(args[0]));
            case "join" ->
                Library.function(name, "value, separator=''", (args, context) -> Joining.join(args[0], args[1]));
            case "classes" -> Library.function(name, "value", (args, context) -> CssClasses.join(args[0], context));
            case "random" -> Library.function(name, "value", (args, context) -> random(args[0]));
            case "shuffle" -> Library.function(name, "value", (args, context) -> shuffle(args[0]));
            default -> parts(name);
        };
    }

    private static TemplateFunction parts(String name) {
        return switch (name) {
            case "take" -> Library.function(name, "value, count", (args, context) -> take(args[0], args[1], context));
            case "skip" -> Library.function(name, "value, count", (args, context) -> skip(args[0], args[1], context));
            case "compact" ->
                Library.function(name, "value, *, truthy=true", (args, context) -> compact(args[0], Truth.of(args[1])));
            case "batch" ->
                Library.function(
                        name,
                        "value, linecount, fill_with=null",
                        (args, context) -> batch(args[0], Args.integer(args[1], "linecount"), args[2]));
            case "slice" ->
                Library.function(
                        name,
                        "value, slices, fill_with=null",
                        (args, context) -> slice(args[0], Args.integer(args[1], "slices")));
            case "unique" ->
                Library.function(
                        name,
                        "value, case_sensitive=false, attribute=null",
                        (args, context) -> Uniqueness.unique(args[0], Truth.of(args[1]), args[2], context));
            default -> throw Library.unknown(name);
        };
    }

    private static Object length(@Nullable Object value, CallContext context) {
        int size = value == null ? 0 : Items.awaitedSize(value);
        if (size < 0) {
            context.warn("length", TypeNames.of(value) + " has no length");
            return 0L;
        }
        return (long) size;
    }

    private static @Nullable Object first(@Nullable Object value, CallContext context) {
        if (value instanceof String text) {
            return text.isEmpty() ? null : CodePoints.toString(text.codePointAt(0));
        }
        Iterator<@Nullable Object> items = Items.lenient(value, "first", context);
        Object first = items != null && items.hasNext() ? items.next() : null;
        Iteration.close(items, value);
        return first;
    }

    private static @Nullable Object last(@Nullable Object value, CallContext context) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : list.get(list.size() - 1);
        }
        Iterator<@Nullable Object> items = Items.lenient(value, "last", context);
        Object last = null;
        while (items != null && items.hasNext()) {
            last = items.next();
        }
        return last;
    }

    private static List<@Nullable Object> reverse(@Nullable Object value) {
        List<@Nullable Object> result = Items.copy(value, "reverse");
        Collections.reverse(result);
        return result;
    }

    private static @Nullable Object random(@Nullable Object value) {
        List<@Nullable Object> items = Items.list(value, "random");
        return items.isEmpty() ? null : items.get(ThreadLocalRandom.current().nextInt(items.size()));
    }

    private static List<@Nullable Object> shuffle(@Nullable Object value) {
        List<@Nullable Object> result = Items.copy(value, "shuffle");
        Collections.shuffle(result, ThreadLocalRandom.current());
        return result;
    }

    private static List<@Nullable Object> take(@Nullable Object value, @Nullable Object count, CallContext context) {
        List<@Nullable Object> result = new ArrayList<>();
        int left = checkedCount("take", count, context);
        Iterator<@Nullable Object> items = left > 0 ? Items.lenient(value, "take", context) : null;
        while (items != null && left-- > 0 && items.hasNext()) {
            result.add(items.next());
        }
        Iteration.close(items, value);
        return result;
    }

    private static List<@Nullable Object> skip(@Nullable Object value, @Nullable Object count, CallContext context) {
        List<@Nullable Object> result = new ArrayList<>();
        int left = checkedCount("skip", count, context);
        Iterator<@Nullable Object> items = left >= 0 ? Items.lenient(value, "skip", context) : null;
        while (items != null && items.hasNext()) {
            Object item = items.next();
            if (left-- <= 0) {
                result.add(item);
                left = 0;
            }
        }
        return result;
    }

    /** The count, or -1 with a warning when it is not a whole number from 0. */
    private static int checkedCount(String filter, @Nullable Object argument, CallContext context) {
        Integer count = Args.integerOrNull(argument);
        if (count == null || count < 0) {
            context.warn(filter, "'count' must be an integer from 0, not " + Args.brief(argument));
            return -1;
        }
        return count;
    }

    private static List<@Nullable Object> compact(@Nullable Object value, boolean truthy) {
        List<@Nullable Object> result = new ArrayList<>();
        Iterator<@Nullable Object> items = Iteration.iterate(value);
        while (items.hasNext()) {
            Object item = Values.unwrap(items.next());
            if (truthy ? Truth.of(item) : item != null) {
                result.add(item);
            }
        }
        return result;
    }

    private static List<List<@Nullable Object>> batch(@Nullable Object value, int lineCount, @Nullable Object filler) {
        int size = Math.max(1, lineCount);
        List<List<@Nullable Object>> result = new ArrayList<>();
        List<@Nullable Object> line = List.of();
        Iterator<@Nullable Object> items = Items.of(value, "batch");
        while (items.hasNext()) {
            if (line.isEmpty() || line.size() == size) {
                line = new ArrayList<>();
                result.add(line);
            }
            line.add(items.next());
        }
        while (filler != null && !line.isEmpty() && line.size() < size) {
            line.add(filler);
        }
        return result;
    }

    /** Deals the items out in turn. */
    private static List<List<@Nullable Object>> slice(@Nullable Object value, int slices) {
        List<List<@Nullable Object>> result = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            result.add(new ArrayList<>());
        }
        Iterator<@Nullable Object> items = Items.of(value, "slice");
        for (int i = 0; items.hasNext(); i++) {
            if (slices <= 0) {
                throw TemplateRuntimeException.zeroDivision("cannot slice a list into " + slices + " parts");
            }
            result.get(i % slices).add(items.next());
        }
        return result;
    }
}
