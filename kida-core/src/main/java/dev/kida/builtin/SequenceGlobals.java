package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.Comparisons;
import dev.kida.value.Numbers;
import dev.kida.value.Range;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Truth;
import dev.kida.value.TypeNames;
import dev.kida.value.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Global functions on lists and numbers. */
final class SequenceGlobals {

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "range len abs sum min max sorted reversed enumerate zip map filter";

    private SequenceGlobals() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "range" -> Library.function(name, "*bounds", (args, context) -> range(arguments(args[0])));
            case "len" -> Library.function(name, "value", (args, context) -> length(args[0]));
            case "abs" -> Library.function(name, "value", (args, context) -> NumberFilters.abs(args[0]));
            case "sum" ->
                Library.function(
                        name, "iterable, start=0", (args, context) -> Summing.sum(Items.of(args[0], "sum"), args[1]));
            case "min" ->
                Library.function(
                        name,
                        "*values, key=null, default=undefined",
                        (args, context) -> extreme("min", arguments(args[0]), args[1], args[2], context));
            case "max" ->
                Library.function(
                        name,
                        "*values, key=null, default=undefined",
                        (args, context) -> extreme("max", arguments(args[0]), args[1], args[2], context));
            case "sorted" ->
                Library.function(
                        name,
                        "iterable, reverse=false, key=null",
                        (args, context) -> sorted(args[0], Truth.of(args[1]), args[2], context));
            case "reversed" -> Library.function(name, "sequence", (args, context) -> LazyItems.reversed(args[0]));
            case "enumerate" ->
                Library.function(name, "iterable, start=0", (args, context) -> LazyItems.enumerated(args[0], args[1]));
            case "zip" -> Library.function(name, "*iterables", (args, context) -> LazyItems.zipped(arguments(args[0])));
            case "map" ->
                Library.function(
                        name,
                        "function, *iterables",
                        (args, context) -> LazyItems.mapped(args[0], arguments(args[1]), context));
            case "filter" ->
                Library.function(
                        name, "function, iterable", (args, context) -> LazyItems.filtered(args[0], args[1], context));
            default -> throw Library.unknown(name);
        };
    }

    private static List<@Nullable Object> arguments(@Nullable Object varargs) {
        return Items.list(varargs, "call");
    }

    private static Range range(List<@Nullable Object> bounds) {
        return switch (bounds.size()) {
            case 1 -> new Range(0, bound(bounds.get(0)), 1);
            case 2 -> new Range(bound(bounds.get(0)), bound(bounds.get(1)), 1);
            case 3 -> new Range(bound(bounds.get(0)), bound(bounds.get(1)), bound(bounds.get(2)));
            default -> throw TemplateRuntimeException.type("range takes 1 to 3 arguments, " + bounds.size() + " given");
        };
    }

    private static long bound(@Nullable Object value) {
        if (Numbers.normalize(value) instanceof Long number) {
            return number;
        }
        throw TemplateRuntimeException.type("range needs integers, not " + TypeNames.of(value));
    }

    private static Object length(@Nullable Object value) {
        int size = Items.awaitedSize(value);
        if (size < 0) {
            throw TemplateRuntimeException.type(TypeNames.of(value) + " has no length");
        }
        return (long) size;
    }

    private static @Nullable Object extreme(
            String function,
            List<@Nullable Object> values,
            @Nullable Object key,
            @Nullable Object standIn,
            CallContext context) {
        if (values.isEmpty()) {
            throw TemplateRuntimeException.type(function + " needs an argument");
        }
        Iterator<@Nullable Object> items = values.size() == 1 ? Items.of(values.get(0), function) : values.iterator();
        if (!items.hasNext()) {
            if (standIn instanceof Undefined) {
                throw TemplateRuntimeException.value(function + " of an empty list");
            }
            return standIn;
        }
        boolean largest = function.equals("max");
        Object best = items.next();
        Object bestKey = key(key, best, context);
        while (items.hasNext()) {
            Object item = items.next();
            Object itemKey = key(key, item, context);
            if (largest ? Comparisons.greater(itemKey, bestKey) : Comparisons.less(itemKey, bestKey)) {
                best = item;
                bestKey = itemKey;
            }
        }
        return best;
    }

    private static @Nullable Object key(@Nullable Object function, @Nullable Object item, CallContext context) {
        return function == null ? item : context.call(function, item);
    }

    private static List<@Nullable Object> sorted(
            @Nullable Object iterable, boolean reverse, @Nullable Object key, CallContext context) {
        record Entry(@Nullable Object key, @Nullable Object item) {}
        List<Entry> entries = new ArrayList<>();
        Items.of(iterable, "sorted").forEachRemaining(item -> entries.add(new Entry(key(key, item, context), item)));
        Comparator<Entry> order = (a, b) -> Comparisons.compare(a.key(), b.key());
        entries.sort(reverse ? Collections.reverseOrder(order) : order);
        List<@Nullable Object> result = new ArrayList<>(entries.size());
        entries.forEach(entry -> result.add(entry.item()));
        return result;
    }
}
