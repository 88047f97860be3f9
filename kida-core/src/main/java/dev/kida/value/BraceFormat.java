package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run over a pattern with fields in braces. */
final class BraceFormat {

    private final String pattern;
    private final @Nullable Object[] positional;
    private final Map<String, @Nullable Object> named;
    private final boolean html;
    private final int bound;
    private final StringBuilder out = new StringBuilder();

    /** How many fields without a name or number there were; -1 once a numbered one was met. */
    private int automatic;

    BraceFormat(
            String pattern,
            @Nullable Object[] positional,
            Map<String, @Nullable Object> named,
            boolean html,
            int bound) {
        this.pattern = pattern;
        this.positional = positional;
        this.named = named;
        this.html = html;
        this.bound = bound;
    }

    String run() {
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c != '{' && c != '}') {
                int next = at + 1;
                while (next < pattern.length() && pattern.charAt(next) != '{' && pattern.charAt(next) != '}') {
                    next++;
                }
                out.append(pattern, at, next);
                at = next;
            } else if (pattern.startsWith(c == '{' ? "{{" : "}}", at)) {
                out.append(c);
                at += 2;
            } else if (c == '}') {
                throw TemplateRuntimeException.value("Single '}' in a format pattern; write '}}' for a brace");
            } else {
                at = field(at + 1);
            }
        }
        return out.toString();
    }

    private int field(int start) {
        int end = pattern.indexOf('}', start);
        int nested = pattern.indexOf('{', start);
        if (end < 0 || (nested >= 0 && nested < end)) {
            throw TemplateRuntimeException.value("Single '{' in a format pattern; write '{{' for a brace");
        }
        int colon = pattern.indexOf(':', start);
        boolean hasSpec = colon >= 0 && colon < end;
        String name = pattern.substring(start, hasSpec ? colon : end);
        FormatSpec spec = FormatSpec.parse(hasSpec ? pattern.substring(colon + 1, end) : "");
        out.append(ValueFormat.piece(value(name), spec, html));
        TextBound.check(out.length(), bound);
        return end + 1;
    }

    private @Nullable Object value(String name) {
        if (name.isEmpty()) {
            if (automatic < 0) {
                throw mixed();
            }
            return positional(automatic++);
        }
        if (Characters.all(name, c -> c >= '0' && c <= '9')) {
            if (automatic > 0) {
                throw mixed();
            }
            automatic = -1;
            return positional(name.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(name));
        }
        if (name.indexOf('.') >= 0 || name.indexOf('[') >= 0 || name.indexOf('!') >= 0) {
            throw TemplateRuntimeException.value("The format field '{" + name
                    + "}' must be a plain name or number; pass the attribute itself as an argument");
        }
        if (!named.containsKey(name)) {
            throw TemplateRuntimeException.key("No argument '" + name + "' for the format pattern");
        }
        return named.get(name);
    }

    private @Nullable Object positional(int index) {
        if (index >= positional.length) {
            throw TemplateRuntimeException.value(
                    "The format pattern needs more than the " + positional.length + " values given");
        }
        return positional[index];
    }

    private static TemplateRuntimeException mixed() {
        return TemplateRuntimeException.value("A format pattern cannot mix {} with numbered fields");
    }
}
