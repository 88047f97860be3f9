package dev.kida.value;

import dev.kida.error.TemplateException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.error.UndefinedException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code a[k]}, {@code a[i:j:k]} and their optional forms. */
public final class Subscripts {

    private Subscripts() {}

    /**
     * The element of a list, tuple, range or text at an index, or the value of a map's key.
     *
     * @throws TemplateRuntimeException {@code K-RUN-007} out of range, {@code K-RUN-009} missing key, {@code K-RUN-012}
     *     wrong types
     */
    public static @Nullable Object item(@Nullable Object object, @Nullable Object key) {
        if (object instanceof Map<?, ?> map) {
            Object value = Dicts.find(map, key);
            if (value == Dicts.ABSENT) {
                throw TemplateRuntimeException.key("Key " + Text.repr(key) + " not found");
            }
            return value;
        }
        List<@Nullable Object> list = Sequences.asList(object);
        if (list != null) {
            return element(list, index(object, key));
        }
        String text = Text.textOrNull(object);
        if (text != null) {
            return character(text, index(object, key));
        }
        throw notSubscriptable(object);
    }

    /** As {@link #item}, but null for a null object or a missing key; other problems are undefined errors if strict. */
    public static @Nullable Object itemOptional(@Nullable Object object, @Nullable Object key, boolean strict) {
        if (object == null) {
            return null;
        }
        if (object instanceof Map<?, ?> map) {
            Object value = Dicts.find(map, key);
            return value == Dicts.ABSENT ? null : value;
        }
        try {
            return item(object, key);
        } catch (TemplateRuntimeException e) {
            if (strict) {
                throw missing(object, key, e);
            }
            return null;
        }
    }

    private static TemplateException missing(Object object, @Nullable Object key, TemplateRuntimeException cause) {
        TemplateException error = UndefinedException.attribute(TypeNames.of(object), Text.repr(key), List::of);
        error.addSuppressed(cause);
        return error;
    }

    /**
     * The part of a list, tuple, range or text; absent bounds are null.
     *
     * @throws TemplateRuntimeException {@code K-RUN-012} for anything that cannot be sliced
     */
    public static Object slice(
            @Nullable Object object, @Nullable Object start, @Nullable Object stop, @Nullable Object step) {
        List<@Nullable Object> list = Sequences.asList(object);
        if (list != null) {
            return Slices.ofList(list, start, stop, step);
        }
        String text = Text.textOrNull(object);
        if (text != null) {
            return Slices.ofText(text, start, stop, step);
        }
        throw TemplateRuntimeException.type("A " + TypeNames.of(object) + " value cannot be sliced");
    }

    /** As {@link #slice}, but null for a null object. */
    public static @Nullable Object sliceOptional(
            @Nullable Object object,
            @Nullable Object start,
            @Nullable Object stop,
            @Nullable Object step,
            boolean strict) {
        if (object == null) {
            return null;
        }
        try {
            return slice(object, start, stop, step);
        } catch (TemplateRuntimeException e) {
            if (strict) {
                throw missing(object, "slice", e);
            }
            return null;
        }
    }

    private static @Nullable Object element(List<@Nullable Object> list, long index) {
        if (list instanceof Range range) {
            return range.at(absolute(index, range.count()));
        }
        return Values.unwrap(list.get((int) absolute(index, list.size())));
    }

    private static long absolute(long index, long size) {
        long absolute = index < 0 ? index + size : index;
        if (absolute < 0 || absolute >= size) {
            throw outOfRange(index, size);
        }
        return absolute;
    }

    private static String character(String text, long index) {
        int absolute = (int) absolute(index, CodePoints.length(text));
        return CodePoints.toString(text.codePointAt(CodePoints.offset(text, absolute)));
    }

    private static long index(@Nullable Object object, @Nullable Object key) {
        if (key instanceof Long n) {
            return n;
        }
        Long number = key instanceof Boolean ? null : Numbers.integerOrNull(key);
        if (number != null) {
            return number;
        }
        if (key instanceof BigInteger) {
            throw TemplateRuntimeException.value("Index " + key + " is out of range");
        }
        throw TemplateRuntimeException.type(
                "The index of a " + TypeNames.of(object) + " must be an integer, not " + TypeNames.of(key));
    }

    private static TemplateRuntimeException outOfRange(long index, long size) {
        return TemplateRuntimeException.value("Index " + index + " is out of range, there are " + size + " elements");
    }

    private static TemplateRuntimeException notSubscriptable(@Nullable Object object) {
        if (object != null && Values.isAsync(object)) {
            return Values.notAwaited(object, "subscript");
        }
        return TemplateRuntimeException.type(
                "A " + TypeNames.of(object) + " value has no items",
                object == null ? "Use ?[...] when the value may be null" : "Use a dot to read an attribute");
    }
}
