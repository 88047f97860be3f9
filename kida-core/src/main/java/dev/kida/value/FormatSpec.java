package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one value is laid out: {@code [[fill]align][sign][#][0][width][,][.precision][type]}.
 *
 * @param fill the padding character
 * @param align {@code < > ^ =}, or 0 for the default of the value
 * @param sign {@code + -} or a space, or 0 if not given
 * @param alternate whether whole numbers of another base say so: {@code 0xff}
 * @param grouping {@code ,} or {@code _}, or 0 for none
 * @param precision digits or characters, -1 if not given
 * @param type the letter, or 0 for the default of the value
 */
record FormatSpec(
        String fill, char align, char sign, boolean alternate, int width, char grouping, int precision, char type) {

    static final FormatSpec PLAIN = new FormatSpec(" ", (char) 0, (char) 0, false, 0, (char) 0, -1, (char) 0);

    static FormatSpec parse(String text) {
        return text.isEmpty() ? PLAIN : new FormatSpecReader(text).read();
    }

    /** Whether nothing of a text can get lost. */
    boolean keepsText() {
        return precision < 0;
    }

    String format(@Nullable Object value) {
        if (equals(PLAIN)) {
            return Text.of(value);
        }
        Object number = Numbers.normalize(value);
        if (number != null && !(value instanceof Boolean && (type == 0 || type == 's'))) {
            return number(number);
        }
        if (type != 0 && type != 's') {
            String summary = "Format code '" + type + "' does not apply to " + TypeNames.of(value);
            throw Text.isText(value) ? TemplateRuntimeException.value(summary) : TemplateRuntimeException.type(summary);
        }
        if (Text.isText(value) && (sign != 0 || alternate || grouping != 0 || align == '=')) {
            throw TemplateRuntimeException.value("Signs, '#', separators and '=' are for numbers, not for text");
        }
        return text(Text.of(value));
    }

    private String text(String text) {
        int length = CodePoints.length(text);
        String shown = precision >= 0 && precision < length ? CodePoints.substring(text, 0, precision) : text;
        return pad("", shown, '<');
    }

    private String number(Object number) {
        if (type == 'c') {
            return pad("", character(number), '>');
        }
        boolean integer = Numbers.isIntegral(number) && (type == 0 || "dnbxXo".indexOf(type) >= 0);
        if (!integer && "\0eEfFgGn%".indexOf(type) < 0) {
            throw TemplateRuntimeException.value(
                    "Format code '" + type + "' does not apply to " + TypeNames.of(number));
        }
        boolean negative = isNegative(number);
        String prefix = negative ? "-" : (sign == 0 || sign == '-' ? "" : String.valueOf(sign));
        if (alternate && integer && "bxXo".indexOf(type) >= 0) {
            prefix += "0" + type;
        }
        return pad(prefix, grouped(prefix, integer ? integer(number) : real(number)), numeric());
    }

    /** The default of numbers: to the right, but zeros go between the sign and the digits. */
    private char numeric() {
        return fill.equals("0") ? '=' : '>';
    }

    static String character(Object number) {
        if (number instanceof Long c && c >= 0 && c <= Character.MAX_CODE_POINT) {
            return Character.toString(c.intValue());
        }
        throw TemplateRuntimeException.value(Text.of(number) + " is not a character code");
    }

    private static boolean isNegative(Object number) {
        if (number instanceof Double d) {
            return d < 0 || (d == 0 && 1 / d < 0);
        }
        return number instanceof BigDecimal decimal
                ? decimal.signum() < 0
                : Numbers.toBig(number).signum() < 0;
    }

    private String integer(Object number) {
        if (precision >= 0) {
            throw TemplateRuntimeException.value("An integer format takes no precision");
        }
        if (grouping == ',' && type != 0 && type != 'd' && type != 'n') {
            throw TemplateRuntimeException.value("Format code '" + type + "' cannot be combined with ','");
        }
        BigInteger size = Numbers.toBig(number).abs();
        return switch (type) {
            case 'b' -> size.toString(2);
            case 'o' -> size.toString(8);
            case 'x' -> size.toString(16);
            case 'X' -> size.toString(16).toUpperCase(Locale.ROOT);
            default -> size.toString();
        };
    }

    private String real(Object number) {
        boolean upper = Character.isUpperCase(type);
        if (number instanceof Double d && !Double.isFinite(d)) {
            String name = Floats.print(Math.abs(d));
            return (upper ? name.toUpperCase(Locale.ROOT) : name) + (type == '%' ? "%" : "");
        }
        BigDecimal size = Numbers.toDecimal(type == '%' ? Arithmetic.multiply(number, 100L) : number)
                .abs();
        int digits = precision < 0 ? 6 : precision;
        String text =
                switch (type) {
                    case 'f', 'F' ->
                        size.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
                    case '%' -> size.setScale(digits, RoundingMode.HALF_EVEN).toPlainString() + "%";
                    case 'e', 'E' -> Decimals.scientific(size, digits);
                    case 'g', 'G', 'n' -> Decimals.general(size, digits, false);
                    default -> precision < 0 ? shortest(number) : Decimals.general(size, digits, true);
                };
        return upper ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String shortest(Object number) {
        String text = Text.of(number);
        return text.startsWith("-") ? text.substring(1) : text;
    }

    /** Puts separators between the digits before the point; zeros that fill the width count as digits. */
    private String grouped(String prefix, String number) {
        if (grouping == 0) {
            return number;
        }
        int end = 0;
        while (end < number.length() && Character.digit(number.charAt(end), 16) >= 0 && isDigit(number.charAt(end))) {
            end++;
        }
        String rest = number.substring(end);
        int size = "bxXo".indexOf(type) >= 0 && type != 0 ? 4 : 3;
        int wanted = (align == 0 ? numeric() : align) == '=' && fill.equals("0")
                ? width - prefix.length() - rest.length()
                : 0;
        StringBuilder digits = new StringBuilder(number.substring(0, end));
        while (digits.length() + (digits.length() - 1) / size < wanted) {
            digits.insert(0, '0');
        }
        for (int at = digits.length() - size; at > 0; at -= size) {
            digits.insert(at, grouping);
        }
        return digits + rest;
    }

    private boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || type == 'x' || type == 'X';
    }

    private String pad(String prefix, String text, char standard) {
        int missing = width - prefix.length() - CodePoints.length(text);
        if (missing <= 0) {
            return prefix + text;
        }
        return switch (align == 0 ? standard : align) {
            case '<' -> prefix + text + fill.repeat(missing);
            case '^' -> fill.repeat(missing / 2) + prefix + text + fill.repeat(missing - missing / 2);
            case '=' -> prefix + fill.repeat(missing) + text;
            default -> fill.repeat(missing) + prefix + text;
        };
    }
}
