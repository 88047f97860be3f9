package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run over a pattern with {@code %} fields. */
final class Printf {

    private final String pattern;
    private final boolean html;
    private final int bound;
    private final @Nullable Map<?, ?> named;
    private final @Nullable Object[] positional;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int used;

    Printf(String pattern, @Nullable Object values, boolean html, int bound) {
        this.pattern = pattern;
        this.html = html;
        this.bound = bound;
        this.named = values instanceof Map<?, ?> map ? map : null;
        this.positional = values instanceof Tuple tuple ? tuple.toArray() : new @Nullable Object[] {values};
    }

    String run() {
        int percent = pattern.indexOf('%');
        while (percent >= 0) {
            out.append(pattern, at, percent);
            at = percent + 1;
            field();
            percent = pattern.indexOf('%', at);
        }
        out.append(pattern, at, pattern.length());
        if (named == null && used < positional.length) {
            throw TemplateRuntimeException.type(
                    "The format pattern takes " + used + " values, " + positional.length + " given");
        }
        return out.toString();
    }

    private void field() {
        String name = null;
        if (peek() == '(') {
            int end = pattern.indexOf(')', at);
            if (end < 0) {
                throw incomplete();
            }
            name = pattern.substring(at + 1, end);
            at = end + 1;
        }
        int flags = at;
        while ("-+ 0#".indexOf(peek()) >= 0) {
            at++;
        }
        String given = pattern.substring(flags, at);
        int width = number();
        int precision = -1;
        if (peek() == '.') {
            at++;
            precision = number();
        }
        char type = peek();
        at++;
        if (type == '%') {
            out.append('%');
        } else {
            append(type, name == null ? next() : named(name), given, width, precision);
        }
    }

    private char peek() {
        if (at >= pattern.length()) {
            throw incomplete();
        }
        return pattern.charAt(at);
    }

    private int number() {
        int number = 0;
        while (Character.isDigit(peek())) {
            number = number * 10 + Character.digit(peek(), 10);
            at++;
            if (number > 100_000) {
                throw TemplateRuntimeException.value("The width or precision of a format is too large");
            }
        }
        return number;
    }

    private @Nullable Object next() {
        if (used >= positional.length) {
            throw TemplateRuntimeException.type("The format pattern needs more than the " + used + " values given");
        }
        return positional[used++];
    }

    private @Nullable Object named(String name) {
        if (named == null) {
            throw TemplateRuntimeException.type("A format pattern with names needs a map");
        }
        Object value = Dicts.find(named, name);
        if (value == Dicts.ABSENT) {
            throw TemplateRuntimeException.key("No value '" + name + "' for the format pattern");
        }
        return value;
    }

    private void append(char type, @Nullable Object value, String flags, int width, int precision) {
        boolean left = flags.indexOf('-') >= 0;
        boolean zero = flags.indexOf('0') >= 0 && !left && "sc".indexOf(type) < 0;
        char sign = flags.indexOf('+') >= 0 ? '+' : (flags.indexOf(' ') >= 0 ? ' ' : '-');
        char align = left ? '<' : (zero ? '=' : '>');
        boolean alternative = flags.indexOf('#') >= 0;
        Object shown =
                switch (type) {
                    case 's' -> value instanceof SafeHtml ? value : Text.of(value);
                    case 'r' -> Text.repr(value);
                    case 'c' -> character(value);
                    case 'd', 'i', 'u' -> integer(type, value, true);
                    case 'x', 'X', 'o' -> integer(type, value, false);
                    case 'e', 'E', 'f', 'F', 'g', 'G' -> real(type, value);
                    default ->
                        throw TemplateRuntimeException.value(
                                "Unsupported format character '" + type + "' at " + (at - 1));
                };
        char kind =
                switch (type) {
                    case 'i', 'u' -> 'd';
                    case 'r', 'c' -> 's';
                    default -> type;
                };
        boolean digits = "dxXo".indexOf(kind) >= 0;
        if (digits && (precision > 0 || alternative)) {
            shown = digits(shown, kind, sign, precision, zero ? width : 0, alternative);
            kind = 's';
        }
        int limit = digits ? -1 : precision;
        FormatSpec layout = kind == 's'
                ? new FormatSpec(" ", left ? '<' : '>', (char) 0, false, width, (char) 0, limit, kind)
                : new FormatSpec(zero ? "0" : " ", align, sign, false, width, (char) 0, limit, kind);
        out.append(ValueFormat.piece(shown, layout, html));
        TextBound.check(out.length(), bound);
    }

    /** An integer with a minimum of digits, with the prefix of its base, or filled up to a width with zeros. */
    private static String digits(Object number, char type, char sign, int minimum, int width, boolean alternative) {
        String text = new FormatSpec("0", '=', sign, false, 0, (char) 0, -1, type).format(number);
        int start = "+- ".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        String prefix = text.substring(0, start) + (alternative && type != 'd' ? "0" + type : "");
        int zeros = Math.max(minimum, width - prefix.length()) - (text.length() - start);
        return prefix + "0".repeat(Math.max(0, zeros)) + text.substring(start);
    }

    private static Object integer(char type, @Nullable Object value, boolean truncate) {
        Object number = Numbers.normalize(value);
        if (number != null && Numbers.isIntegral(number)) {
            return number;
        }
        if (number == null || !truncate) {
            throw wrong(type, value);
        }
        if (number instanceof Double d && !Double.isFinite(d)) {
            throw TemplateRuntimeException.value("Cannot convert " + Text.of(d) + " to an integer");
        }
        BigDecimal decimal = Numbers.toDecimal(number);
        return Numbers.shrink(decimal.toBigInteger());
    }

    private static Object real(char type, @Nullable Object value) {
        Object number = Numbers.normalize(value);
        if (number == null) {
            throw wrong(type, value);
        }
        return number;
    }

    private static String character(@Nullable Object value) {
        String text = Text.textOrNull(value);
        if (text != null && CodePoints.length(text) == 1) {
            return text;
        }
        Object number = text == null ? Numbers.normalize(value) : null;
        if (number == null) {
            throw wrong('c', value);
        }
        return FormatSpec.character(number);
    }

    private static TemplateRuntimeException wrong(char type, @Nullable Object value) {
        return TemplateRuntimeException.type("%" + type + " does not accept " + TypeNames.of(value));
    }

    private static TemplateRuntimeException incomplete() {
        return TemplateRuntimeException.value("Incomplete field at the end of the format pattern");
    }
}
