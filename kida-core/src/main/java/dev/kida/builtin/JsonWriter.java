package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.Numbers;
import dev.kida.value.Text;
import dev.kida.value.TextBound;
import dev.kida.value.TypeNames;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a value as JSON in ASCII. */
final class JsonWriter {

    /** Deeper nesting means that objects refer to each other in a circle. */
    private static final int MAX_DEPTH = 200;

    private final StringBuilder out = new StringBuilder(128);
    private final JsonObjects objects;
    private final @Nullable String indent;
    private final boolean hardened;
    private final int bound;

    /**
     * @param indent what one level is indented by; null writes everything on one line
     * @param hardened whether the characters that HTML reacts to are written as escapes
     * @param context knows what of objects may be written, and how much
     */
    JsonWriter(JsonEncoder encoder, @Nullable String indent, boolean hardened, CallContext context) {
        this.objects = new JsonObjects(encoder, context.sandbox());
        this.bound = context.maxTextLength();
        this.indent = indent;
        this.hardened = hardened;
    }

    String write(@Nullable Object value) {
        value(value, 0);
        return out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw TemplateRuntimeException.value("tojson: the value is nested too deeply or refers to itself");
        }
        if (!scalar(value) && value != null && !container(value, depth)) {
            Object plain = objects.simplify(value);
            if (plain == value) {
                string(Text.of(value));
            } else {
                value(plain, depth + 1);
            }
        }
    }

    private boolean scalar(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
            return true;
        }
        String text = Text.textOrNull(value);
        if (text != null) {
            string(text);
            return true;
        }
        String number = number(value);
        if (number != null) {
            out.append(number);
        }
        return number != null;
    }

    /** The digits of a number; null if the value is none. JSON has neither NaN nor infinity. */
    private static @Nullable String number(Object value) {
        if (value instanceof Double || value instanceof Float) {
            boolean finite = Double.isFinite(((Number) value).doubleValue());
            return finite ? Text.of(value) : "null";
        }
        if (value instanceof BigDecimal decimal) {
            // A huge exponent must not become a huge number of digits.
            return Math.abs((long) decimal.scale()) < 100 ? decimal.toPlainString() : decimal.toString();
        }
        return Numbers.isInteger(value) ? value.toString() : null;
    }

    private boolean container(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value.getClass().isArray()) {
            array(arrayItems(value), depth);
        } else {
            Iterator<?> items = objects.items(value);
            if (items == null) {
                return false;
            }
            array(items, depth);
        }
        return true;
    }

    private static Iterator<?> arrayItems(Object array) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < Array.getLength(array);
            }

            @Override
            public @Nullable Object next() {
                return Array.get(array, next++);
            }
        };
    }

    private void array(Iterator<?> items, int depth) {
        if (!items.hasNext()) {
            out.append("[]");
            return;
        }
        out.append('[');
        boolean first = true;
        while (items.hasNext()) {
            separate(first, depth + 1);
            first = false;
            value(items.next(), depth + 1);
        }
        newLine(depth);
        out.append(']');
    }

    private void object(Map<?, ?> map, int depth) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : withTextKeys(map).entrySet()) {
            separate(first, depth + 1);
            first = false;
            string((String) entry.getKey());
            out.append(": ");
            value(entry.getValue(), depth + 1);
        }
        newLine(depth);
        out.append('}');
    }

    /** The same map when all its keys are texts; else a copy in which keys that look the same in JSON are one. */
    private static Map<?, ?> withTextKeys(Map<?, ?> map) {
        for (Object key : map.keySet()) {
            if (!(key instanceof String)) {
                Map<String, @Nullable Object> result = new LinkedHashMap<>();
                map.forEach((k, value) -> result.put(key(k), value));
                return result;
            }
        }
        return map;
    }

    private static String key(@Nullable Object key) {
        if (key == null || key instanceof Boolean) {
            return String.valueOf(key);
        }
        String text = Text.textOrNull(key);
        if (text != null) {
            return text;
        }
        if (key instanceof Enum<?> constant) {
            return constant.name();
        }
        String number = number(key);
        if (number == null) {
            throw TemplateRuntimeException.type("a JSON key cannot be a " + TypeNames.of(key));
        }
        return number;
    }

    private void separate(boolean first, int depth) {
        if (!first) {
            out.append(indent == null ? ", " : ",");
        }
        newLine(depth);
    }

    private void newLine(int depth) {
        if (indent == null) {
            return;
        }
        out.append('\n');
        for (int i = 0; i < depth; i++) {
            out.append(indent);
            TextBound.check(out.length(), bound);
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
        TextBound.check(out.length(), bound);
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                boolean html = hardened && (c == '<' || c == '>' || c == '&' || c == '\'');
                if (html || c < ' ' || c > '~') {
                    ScriptText.unicode(out, c);
                } else {
                    out.append(c);
                }
            }
        }
    }
}
