package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Operations on text that several methods share. Positions and lengths count code points. */
public final class TextOps {

    private TextOps() {}

    /** A text argument; anything else is an error. */
    static String text(String what, @Nullable Object value) {
        String text = Text.textOrNull(value);
        if (text == null) {
            throw TemplateRuntimeException.type(what + " must be text, not " + TypeNames.of(value));
        }
        return text;
    }

    /** Removes white space, or any of the given characters, from both ends. */
    public static String strip(String text, @Nullable Object characters) {
        return stripStart(stripEnd(text, characters), characters);
    }

    /** Removes white space, or any of the given characters, from the start. */
    public static String stripStart(String text, @Nullable Object characters) {
        String set = characters == null ? null : text("The characters", characters);
        int start = 0;
        while (start < text.length()) {
            int c = text.codePointAt(start);
            if (!isIn(set, c)) {
                break;
            }
            start += Character.charCount(c);
        }
        return text.substring(start);
    }

    /** Removes white space, or any of the given characters, from the end. */
    public static String stripEnd(String text, @Nullable Object characters) {
        String set = characters == null ? null : text("The characters", characters);
        int end = text.length();
        while (end > 0) {
            int c = text.codePointBefore(end);
            if (!isIn(set, c)) {
                break;
            }
            end -= Character.charCount(c);
        }
        return text.substring(0, end);
    }

    private static boolean isIn(@Nullable String set, int c) {
        return set == null ? CodePoints.isSpace(c) : set.indexOf(c) >= 0;
    }

    /** Joins elements, which must be text or safe. */
    static String join(String separator, @Nullable Object elements) {
        return join(separator, elements, element -> {
            if (!(element instanceof SafeHtml)) {
                text("An element to join", element);
            }
            return Text.of(element);
        });
    }

    /** Joins elements in the form the function gives them. */
    static String join(String separator, @Nullable Object elements, Function<@Nullable Object, String> form) {
        StringBuilder out = new StringBuilder();
        Iterator<@Nullable Object> iterator = Iteration.strict(elements);
        String between = "";
        while (iterator.hasNext()) {
            Object element = iterator.next();
            out.append(between).append(form.apply(element));
            between = separator;
        }
        return out.toString();
    }

    static String replace(String text, String old, String replacement, int count) {
        if (count < 0 && !old.isEmpty()) {
            return text.replace(old, replacement);
        }
        StringBuilder out = new StringBuilder();
        int start = 0;
        for (int i = 0; count < 0 || i < count; i++) {
            int found = old.isEmpty() ? start : text.indexOf(old, start);
            if (found < 0) {
                break;
            }
            out.append(text, start, found).append(replacement);
            start = found + old.length();
            if (old.isEmpty()) { // between the characters, and at the end
                if (start == text.length()) {
                    break;
                }
                int next = text.offsetByCodePoints(start, 1);
                out.append(text, start, next);
                start = next;
            }
        }
        return out.append(text, start, text.length()).toString();
    }

    /** The part of a text between two bounds; null if they are out of order or beyond the end. */
    private static @Nullable String area(String text, @Nullable Object start, @Nullable Object stop) {
        if (start == null && stop == null) {
            return text;
        }
        int length = CodePoints.length(text);
        Slices.Bounds bounds = Slices.Bounds.of(length, start, stop, null);
        boolean beyond = start != null && Numbers.intArgument("The start", start) > length;
        return beyond || bounds.stop() < bounds.start()
                ? null
                : CodePoints.substring(text, bounds.start(), bounds.stop());
    }

    /** Whether the part of the text starts or ends with a text, or any of a tuple of texts. */
    static boolean hasAffix(
            String text, @Nullable Object affix, @Nullable Object start, @Nullable Object stop, boolean end) {
        String part = area(text, start, stop);
        if (affix instanceof List<?> options) {
            for (Object option : options) {
                if (hasAffix(text, option, start, stop, end)) {
                    return true;
                }
            }
            return false;
        }
        String literal = text("The argument", affix);
        return part != null && (end ? part.endsWith(literal) : part.startsWith(literal));
    }

    /** The position of a part between two bounds, or -1. */
    static long find(String text, @Nullable Object part, @Nullable Object start, @Nullable Object stop, boolean last) {
        String literal = text("The argument", part);
        String area = area(text, start, stop);
        int found = area == null ? -1 : (last ? area.lastIndexOf(literal) : area.indexOf(literal));
        if (area == null || found < 0) {
            return -1;
        }
        int before = start == null
                ? 0
                : Slices.Bounds.of(CodePoints.length(text), start, null, null).start();
        return (long) before + CodePoints.indexOf(area, found);
    }

    /** As {@link #find}, but absence is an error. */
    static long index(String text, @Nullable Object part, @Nullable Object start, @Nullable Object stop, boolean last) {
        long found = find(text, part, start, stop, last);
        if (found < 0) {
            throw TemplateRuntimeException.value("The text does not contain " + Text.repr(part));
        }
        return found;
    }

    /** How often a part occurs without overlapping. */
    static long count(String text, @Nullable Object part, @Nullable Object start, @Nullable Object stop) {
        String literal = text("The argument", part);
        String area = area(text, start, stop);
        if (area == null || literal.isEmpty()) {
            return area == null ? 0 : CodePoints.length(area) + 1L;
        }
        long count = 0;
        for (int at = area.indexOf(literal); at >= 0; at = area.indexOf(literal, at + literal.length())) {
            count++;
        }
        return count;
    }

    /** Where the text stands in a wider field. */
    enum Place {
        LEFT,
        RIGHT,
        CENTER
    }

    /** Fills a field up with a character, which is given in the form in which it is inserted. */
    static String pad(String text, @Nullable Object width, String fill, Place place) {
        int length = CodePoints.length(text);
        int missing = Math.max(0, Numbers.intArgument("The width", width) - length);
        int left =
                switch (place) {
                    case LEFT -> 0;
                    case RIGHT -> missing;
                    // An odd rest goes to the left if the width is odd too, as it always has.
                    case CENTER -> missing / 2 + (missing & (length + missing) & 1);
                };
        return missing == 0 ? text : fill.repeat(left) + text + fill.repeat(missing - left);
    }

    /** The fill character of a padding method. */
    static String fill(@Nullable Object fill) {
        String character = text("The fill character", fill);
        if (CodePoints.length(character) != 1) {
            throw TemplateRuntimeException.type("The fill character must be exactly one character");
        }
        return character;
    }

    static String zeroFill(String text, @Nullable Object width) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String sign = signed ? text.substring(0, 1) : "";
        int digits = Numbers.intArgument("The width", width) - sign.length();
        return sign + pad(text.substring(sign.length()), (long) digits, "0", Place.RIGHT);
    }

    static String expandTabs(String text, int size) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int c : text.codePoints().toArray()) {
            if (c == '\t') {
                int spaces = size <= 0 ? 0 : size - column % size;
                out.append(" ".repeat(spaces));
                column += spaces;
            } else {
                out.appendCodePoint(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return out.toString();
    }
}
