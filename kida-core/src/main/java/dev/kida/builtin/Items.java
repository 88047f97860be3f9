package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.CodePoints;
import dev.kida.value.Iteration;
import dev.kida.value.TypeNames;
import dev.kida.value.Undefined;
import dev.kida.value.Values;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of a value, and how many there are. */
final class Items {

    private Items() {}

    /** The items; a value that has none, null included, is an error. */
    static Iterator<@Nullable Object> of(@Nullable Object value, String filter) {
        if (value == null) {
            throw TemplateRuntimeException.type(filter + " needs a list, not none");
        }
        return Iteration.strict(value);
    }

    /** The items as a list which must not be changed: the value itself when it is one. */
    @SuppressWarnings("unchecked")
    static List<@Nullable Object> list(@Nullable Object value, String filter) {
        return value instanceof List<?> list ? (List<@Nullable Object>) list : copy(value, filter);
    }

    /** The items in a new list. */
    static List<@Nullable Object> copy(@Nullable Object value, String filter) {
        if (value instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        List<@Nullable Object> result = new ArrayList<>();
        of(value, filter).forEachRemaining(result::add);
        return result;
    }

    /** The items of a value for filters that make do with none: null gives none, so does a number, with a warning. */
    static @Nullable Iterator<@Nullable Object> lenient(@Nullable Object value, String filter, CallContext context) {
        if (value == null) {
            return null;
        }
        if (!Iteration.isIterable(value)) {
            Values.requireAwaited(value, "iterate over");
            context.warn(filter, TypeNames.of(value) + " is not iterable");
            return null;
        }
        return Iteration.strict(value);
    }

    /** As {@link #size}, but an asynchronous value, whose items nobody has counted, is an error. */
    static int awaitedSize(@Nullable Object value) {
        int size = size(value);
        if (size < 0) {
            Values.requireAwaited(value, "count the items of");
        }
        return size;
    }

    /** The number of items, or -1 when the value has no size. */
    static int size(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return collection.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        if (value instanceof CharSequence text) {
            return CodePoints.length(text.toString());
        }
        if (value == null) {
            return -1;
        }
        if (value instanceof Undefined) {
            return 0;
        }
        if (value instanceof Character) {
            return 1;
        }
        return value.getClass().isArray() ? Array.getLength(value) : -1;
    }
}
