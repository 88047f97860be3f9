package dev.kida.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads numbers written as text. */
final class NumberText {

    /** A long has at least this many digits to spare. */
    private static final int SAFE_DIGITS = 18;

    /** Longer texts are not whole numbers: reading them takes time that grows with the square of the length. */
    private static final int MAX_DIGITS = 4300;

    private NumberText() {}

    /** The number, surrounded by white space at most: digits, digits with a fraction, or with an exponent; else null. */
    static @Nullable Object parse(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && CodePoints.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && CodePoints.isSpace(text.charAt(end - 1))) {
            end--;
        }
        int first = start < end && (text.charAt(start) == '+' || text.charAt(start) == '-') ? start + 1 : start;
        int point = skipDigits(text, first, end);
        if (point == first) {
            return null;
        }
        if (point == end) {
            if (end - first > MAX_DIGITS) {
                return null;
            }
            return end - first <= SAFE_DIGITS
                    ? (Object) Long.parseLong(text, start, end, 10)
                    : Numbers.shrink(new BigInteger(text.substring(start, end)));
        }
        return isFloat(text, point, end) ? Double.valueOf(text.substring(start, end)) : null;
    }

    /** Whether the rest after the whole digits is a fraction, an exponent, or both. */
    private static boolean isFloat(String text, int from, int end) {
        int at = from;
        if (text.charAt(at) == '.') {
            int fraction = skipDigits(text, at + 1, end);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        if (at < end && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int digits = at + 1;
            if (digits < end && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
                digits++;
            }
            at = skipDigits(text, digits, end);
            return at > digits && at == end;
        }
        return at == end;
    }

    private static int skipDigits(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
