package dev.kida.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints values in the notation of the language: {@code [1, 'a', {'k': null}]}. */
final class Repr {

    private final StringBuilder out = new StringBuilder();

    /** The containers being printed, so that one that holds itself comes to an end. */
    private final List<Object> open = new ArrayList<>(4);

    private final int bound;

    /** Whether what is over the bound is an error, instead of being left out. */
    private final boolean whole;

    private Repr(int bound, boolean whole) {
        this.bound = bound;
        this.whole = whole;
    }

    static String of(@Nullable Object value) {
        return of(value, TextBound.NONE);
    }

    /** The text of a value, which must not be longer than the bound. */
    static String of(@Nullable Object value, int bound) {
        Repr printer = new Repr(bound, true);
        printer.value(value);
        TextBound.check(printer.out.length(), bound);
        return printer.out.toString();
    }

    /** The first characters of the text of a value, and maybe some more. */
    static String start(@Nullable Object value, int characters) {
        Repr printer = new Repr(characters, false);
        printer.value(value);
        return printer.out.toString();
    }

    private void value(@Nullable Object given) {
        if (out.length() > bound) {
            if (whole) {
                TextBound.check(out.length(), bound);
            }
            return;
        }
        Object value = Values.unwrap(given);
        if (value == null) {
            out.append("null");
        } else if (Text.isText(value)) {
            quoted(Text.string(value));
        } else if (value instanceof Undefined) {
            out.append("undefined");
        } else if (value instanceof Range) {
            out.append(value);
        } else if (value instanceof Collection
                || value instanceof Map
                || value.getClass().isArray()) {
            container(value);
        } else {
            out.append(Text.of(value));
        }
    }

    private void container(Object value) {
        for (Object outer : open) {
            if (outer == value) {
                out.append(value instanceof Map ? "{...}" : "[...]");
                return;
            }
        }
        open.add(value);
        if (value instanceof Map<?, ?> map) {
            dict(map);
        } else if (value instanceof Tuple tuple) {
            elements(tuple, '(', tuple.size() == 1 ? ",)" : ")");
        } else if (value instanceof Set<?> set) {
            set(set);
        } else if (value instanceof Collection<?> collection) {
            elements(collection, '[', "]");
        } else {
            elements(Sequences.ofArray(value), '[', "]");
        }
        open.remove(open.size() - 1);
    }

    private void set(Set<?> set) {
        if (set.isEmpty()) {
            out.append("set()");
        } else {
            elements(set, '{', "}");
        }
    }

    private void elements(Collection<?> elements, char start, String end) {
        out.append(start);
        String separator = "";
        for (Object element : elements) {
            out.append(separator);
            value(element);
            separator = ", ";
        }
        out.append(end);
    }

    private void dict(Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            value(entry.getKey());
            out.append(": ");
            value(entry.getValue());
            separator = ", ";
        }
        out.append('}');
    }

    private void quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        text.codePoints().forEach(c -> character(c, quote));
        out.append(quote);
    }

    private void character(int c, char quote) {
        if (c == quote || c == '\\') {
            out.append('\\').append((char) c);
        } else if (c >= ' ' && c < 0x7F) {
            out.append((char) c);
        } else {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> special(c);
            }
        }
    }

    private void special(int c) {
        if (isPrintable(c)) {
            out.appendCodePoint(c);
        } else if (c <= 0xFF) {
            out.append(String.format("\\x%02x", c));
        } else {
            out.append(String.format(c <= 0xFFFF ? "\\u%04x" : "\\U%08x", c));
        }
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
