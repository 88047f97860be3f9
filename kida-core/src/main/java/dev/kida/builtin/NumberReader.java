package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Text;
import dev.kida.value.TextOps;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Conversions between numbers and their texts, in the notation of the template language. */
final class NumberReader {

    /** Longer texts are not numbers: reading them takes time that grows with the square of the length. */
    static final int MAX_DIGITS = 4300;

    private NumberReader() {}

    /** Reads an optional sign and decimal digits with single underscores between them; null for anything else. */
    static @Nullable Number parseInteger(String text) {
        String digits = digits(TextOps.strip(text, null));
        if (digits == null || digits.length() > MAX_DIGITS || !isInteger(digits)) {
            return null;
        }
        return normal(new BigInteger(digits));
    }

    /** Reads a floating-point number, {@code inf} and {@code nan} included; null for anything else. */
    static @Nullable Double parseFloat(String text) {
        String trimmed = TextOps.strip(text, null);
        Double special = special(trimmed);
        if (special != null) {
            return special;
        }
        String digits = digits(trimmed);
        if (digits == null || !isFloat(digits)) {
            return null;
        }
        return Double.valueOf(digits);
    }

    /** A number or boolean as a floating-point number, a text read as one; null when that is not possible. */
    static @Nullable Double toDouble(@Nullable Object value) {
        if (value instanceof Number number) {
            return number instanceof Float ? Double.valueOf(number.toString()) : Double.valueOf(number.doubleValue());
        }
        if (value instanceof Boolean flag) {
            return flag ? 1.0 : 0.0;
        }
        return Text.isText(value) && value != null ? parseFloat(value.toString()) : null;
    }

    /** The exact value of a number, a boolean or a text; null when it has none, as NaN and the infinities. */
    static @Nullable BigDecimal toDecimal(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        if (Text.isText(value) && value != null) {
            Number integer = parseInteger(value.toString());
            if (integer != null) {
                return new BigDecimal(integer.toString());
            }
        }
        Double number = toDouble(value);
        return number == null || number.isNaN() || number.isInfinite() ? null : new BigDecimal(number);
    }

    /** A number or boolean without its fraction, as {@code Long} or {@code BigInteger}; null for NaN and infinity. */
    static @Nullable Number truncate(Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        BigDecimal exact = toDecimal(value);
        return exact == null ? null : normal(exact.toBigInteger());
    }

    /** The integer that a number, boolean or text stands for; null when there is none. */
    static @Nullable Number toInteger(@Nullable Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            Number integer = truncate(value);
            if (integer == null && value instanceof Number number && Double.isInfinite(number.doubleValue())) {
                throw TemplateRuntimeException.value("cannot convert infinity to an integer");
            }
            return integer;
        }
        return Text.isText(value) && value != null ? parseInteger(value.toString()) : null;
    }

    static Number normal(BigInteger number) {
        return number.bitLength() < 64 ? (Number) number.longValue() : number;
    }

    private static @Nullable Double special(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return null;
        }
        boolean negative = text.charAt(0) == '-';
        String name = Texts.lower(negative || text.charAt(0) == '+' ? text.substring(1) : text);
        if (name.equals("inf") || name.equals("infinity")) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return name.equals("nan") ? Double.NaN : null;
    }

    /** Makes all digits ASCII and takes underscores between digits away; null when an underscore is elsewhere. */
    private static @Nullable String digits(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_') {
                if (i == 0
                        || i + 1 == text.length()
                        || !Character.isDigit(text.charAt(i - 1))
                        || !Character.isDigit(text.charAt(i + 1))) {
                    return null;
                }
            } else {
                result.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
            }
        }
        return result.toString();
    }

    private static boolean isInteger(String text) {
        int start = signLength(text);
        return start < text.length() && digitsEnd(text, start) == text.length();
    }

    private static boolean isFloat(String text) {
        int start = signLength(text);
        int position = digitsEnd(text, start);
        int digits = position - start;
        if (position < text.length() && text.charAt(position) == '.') {
            int end = digitsEnd(text, position + 1);
            digits += end - position - 1;
            position = end;
        }
        return digits > 0 && (position == text.length() || isExponent(text.substring(position)));
    }

    private static boolean isExponent(String text) {
        return (text.charAt(0) == 'e' || text.charAt(0) == 'E') && isInteger(text.substring(1));
    }

    private static int signLength(String text) {
        return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    }

    private static int digitsEnd(String text, int start) {
        int position = start;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        return position;
    }
}
