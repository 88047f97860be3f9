package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.Comparisons;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Truth;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Filters that make one value of a list: {@code min}, {@code max} and {@code sum}. */
final class AggregateFilters {

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "min max sum";

    private AggregateFilters() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "min" ->
                Library.function(
                        name,
                        "value, attribute=null",
                        (args, context) -> extreme("min", args[0], args[1], false, context));
            case "max" ->
                Library.function(
                        name,
                        "value, attribute=null",
                        (args, context) -> extreme("max", args[0], args[1], true, context));
            case "sum" ->
                Library.function(
                        name,
                        "value, attribute=null, start=0",
                        (args, context) -> sum(args[0], args[1], args[2], context));
            default -> throw Library.unknown(name);
        };
    }

    /** The item with the smallest or largest value; the first of several. */
    private static @Nullable Object extreme(
            String filter, @Nullable Object value, @Nullable Object attribute, boolean largest, CallContext context) {
        Iterator<@Nullable Object> items = Items.of(value, filter);
        if (!items.hasNext()) {
            throw TemplateRuntimeException.value(filter + " of an empty list");
        }
        AttributePath path = attribute == null ? null : AttributePath.of(attribute, context);
        Object best = items.next();
        Object bestKey = key(filter, best, path, context);
        while (items.hasNext()) {
            Object item = items.next();
            Object key = key(filter, item, path, context);
            if (largest ? Comparisons.greater(key, bestKey) : Comparisons.less(key, bestKey)) {
                best = item;
                bestKey = key;
            }
        }
        return best;
    }

    private static @Nullable Object key(
            String filter, @Nullable Object item, @Nullable AttributePath path, CallContext context) {
        if (path == null) {
            return item;
        }
        Object key = path.read(item, null);
        if (key == null) {
            context.warn(filter, "'" + path.name() + "' is none and counts as 0");
        }
        return Truth.of(key) ? key : (Object) 0L;
    }

    private static @Nullable Object sum(
            @Nullable Object value, @Nullable Object attribute, @Nullable Object start, CallContext context) {
        Iterator<@Nullable Object> items = Items.of(value, "sum");
        if (attribute == null) {
            return Summing.sum(items, start);
        }
        AttributePath path = AttributePath.of(attribute, context);
        Object total = start;
        while (items.hasNext()) {
            total = Summing.add(total, path.read(items.next(), 0L));
        }
        return total;
    }
}
