package dev.kida.value;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a few characters, for messages that people read in logs. Objects of the model show their type alone, because
 * their text may be long, may fail, and may tell more than a log should; so do values whose name says that they are secret.
 */
public final class BriefText {

    private static final int LENGTH = 80;

    private final StringBuilder out = new StringBuilder();

    private BriefText() {}

    /** The value of a name as {@code value (type)}. */
    public static String of(String name, @Nullable Object value) {
        BriefText text = new BriefText();
        try {
            text.named(name, value);
        } catch (RuntimeException unreadable) {
            text.out.setLength(0); // a collection that reads its items when asked, for instance
            text.out.append('…');
        }
        String shown = text.out.length() <= LENGTH
                ? text.out.toString()
                : text.out.substring(0, text.out.offsetByCodePoints(0, LENGTH - 1)) + "…";
        return shown + " (" + TypeNames.of(value) + ")";
    }

    private void named(String name, @Nullable Object value) {
        if (value != null && SecretNames.matches(name)) {
            out.append("***");
        } else {
            value(value);
        }
    }

    private void value(@Nullable Object given) {
        Object value = Values.unwrap(given);
        if (out.length() > LENGTH) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Collection<?> items && !(value instanceof Range)) {
            items(items);
        } else if (isPlain(value)) {
            String text = Text.textOrNull(value);
            out.append(text == null ? Text.repr(value) : Text.repr(text.length() > LENGTH ? prefix(text) : text));
        } else {
            out.append('<').append(TypeNames.of(value)).append('>');
        }
    }

    private static String prefix(String text) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH);
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null
                || Text.isText(value)
                || Numbers.normalize(value) != null
                || value instanceof Boolean
                || value instanceof Enum
                || value instanceof Temporal
                || value instanceof Range
                || value == Undefined.INSTANCE;
    }

    private void map(Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            separator = ", ";
            value(entry.getKey());
            out.append(": ");
            String key = Text.textOrNull(entry.getKey());
            named(key == null ? "" : key, entry.getValue());
            if (out.length() > LENGTH) {
                return;
            }
        }
        out.append('}');
    }

    private void items(Collection<?> items) {
        out.append('[');
        String separator = "";
        for (Object item : items) {
            out.append(separator);
            separator = ", ";
            value(item);
            if (out.length() > LENGTH) {
                return;
            }
        }
        out.append(']');
    }
}
