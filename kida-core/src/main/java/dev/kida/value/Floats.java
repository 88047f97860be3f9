package dev.kida.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * Prints floating-point numbers with the fewest digits that read back as the same number.
 *
 * <p>The digits of the JDK are used where they are known to be the shortest; before JDK 19 it sometimes prints one too
 * many, and on every JDK for the very smallest numbers.
 */
final class Floats {

    /** Decimals of up to this many digits never share a double, so fewer digits cannot mean the same double. */
    private static final int UNIQUE_DOUBLE_DIGITS = 15;

    private static final int UNIQUE_FLOAT_DIGITS = 6;

    /** Above this, doubles have their full precision. */
    private static final double FULL_DOUBLE = 1e-300;

    private static final float FULL_FLOAT = 1e-37f;

    /** Whole numbers below this need no exponent, and their digits are those of the integer. */
    private static final long PLAIN = 1_000_000_000_000_000L;

    private static final boolean SHORTEST_JDK = Runtime.version().feature() >= 19;

    private Floats() {}

    static String print(double value) {
        long whole = (long) value;
        if (whole == value && whole < PLAIN && whole > -PLAIN && (whole != 0 || 1 / value > 0)) {
            return whole + ".0";
        }
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : (value > 0 ? "inf" : "-inf");
        }
        Digits digits = Digits.parse(Double.toString(value));
        if (Math.abs(value) < FULL_DOUBLE && value != 0) {
            BigDecimal exact = new BigDecimal(Math.abs(value));
            return shortest(exact, 1, value < 0, d -> d.doubleValue() == Math.abs(value))
                    .layout();
        }
        return SHORTEST_JDK || digits.text.length() <= UNIQUE_DOUBLE_DIGITS
                ? digits.layout()
                : shorter(digits, Math.abs(value)).layout();
    }

    /** The given digits rounded to fewer, if those read back too. */
    private static Digits shorter(Digits given, double value) {
        long all = Long.parseLong(given.text);
        int length = given.text.length();
        for (int precision = UNIQUE_DOUBLE_DIGITS; precision < length; precision++) {
            long unit = length - precision == 1 ? 10 : (length - precision == 2 ? 100 : 1000);
            long below = all / unit;
            long rest = all % unit;
            if (2 * rest == unit) { // which neighbour is nearer only the exact value can tell
                return shortest(new BigDecimal(value), precision, given.negative, d -> d.doubleValue() == value);
            }
            long near = 2 * rest > unit ? below + 1 : below;
            for (long digits : new long[] {near, 2 * below + 1 - near}) {
                String text = Long.toString(digits);
                int exponent = given.exponent + text.length() - precision;
                if (Double.parseDouble(text + "E" + (exponent - text.length() + 1)) == value) {
                    return new Digits(given.negative, Digits.withoutZeros(text), exponent);
                }
            }
        }
        // Of several numbers with as many digits, the nearest is wanted.
        return shortest(new BigDecimal(value), length, given.negative, d -> d.doubleValue() == value);
    }

    static String print(float value) {
        if (!Float.isFinite(value) || value == 0) {
            return print((double) value);
        }
        Digits digits = Digits.parse(Float.toString(value));
        boolean trusted =
                Math.abs(value) >= FULL_FLOAT && (SHORTEST_JDK || digits.text.length() <= UNIQUE_FLOAT_DIGITS);
        if (!trusted) {
            BigDecimal exact = new BigDecimal(Math.abs(value));
            int from = Math.abs(value) >= FULL_FLOAT ? UNIQUE_FLOAT_DIGITS : 1;
            digits = shortest(exact, from, value < 0, d -> d.floatValue() == exact.floatValue());
        }
        return digits.layout();
    }

    /** Tries growing precisions. Both neighbours are tried: below a power of two the nearer one may read back wrongly. */
    private static Digits shortest(BigDecimal exact, int from, boolean negative, Predicate<BigDecimal> readsBack) {
        for (int precision = from; ; precision++) {
            BigDecimal near = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            BigDecimal found = near;
            if (!readsBack.test(near)) {
                boolean up = near.compareTo(exact) < 0;
                BigDecimal far = exact.round(new MathContext(precision, up ? RoundingMode.UP : RoundingMode.DOWN));
                found = readsBack.test(far) ? far : null;
            }
            if (found != null) {
                BigDecimal digits = found.stripTrailingZeros();
                String text = digits.unscaledValue().toString();
                return new Digits(negative, text, text.length() - 1 - digits.scale());
            }
        }
    }

    /**
     * A decimal number d₁.d₂…dₙ × 10^exponent.
     *
     * @param text the digits without leading and trailing zeros, at least one
     */
    record Digits(boolean negative, String text, int exponent) {

        /** Reads the result of {@code Double.toString}. */
        static Digits parse(String printed) {
            boolean negative = printed.charAt(0) == '-';
            int start = negative ? 1 : 0;
            int e = printed.indexOf('E');
            int end = e < 0 ? printed.length() : e;
            int point = printed.indexOf('.');
            int exponent = point - start - 1 + (e < 0 ? 0 : Integer.parseInt(printed, e + 1, printed.length(), 10));
            String all = printed.substring(start, point) + printed.substring(point + 1, end);
            int first = 0;
            while (first < all.length() - 1 && all.charAt(first) == '0') {
                first++;
            }
            return new Digits(negative, withoutZeros(all.substring(first)), all.equals("00") ? 0 : exponent - first);
        }

        private static String withoutZeros(String digits) {
            int last = digits.length();
            while (last > 1 && digits.charAt(last - 1) == '0') {
                last--;
            }
            return digits.substring(0, last);
        }

        /** Plain notation for exponents from -4 to 15, scientific notation beyond. */
        String layout() {
            StringBuilder out = new StringBuilder(24);
            if (negative) {
                out.append('-');
            }
            if (exponent < -4 || exponent >= 16) {
                scientific(out);
            } else if (exponent < 0) {
                out.append("0.").append("0".repeat(-exponent - 1)).append(text);
            } else if (text.length() <= exponent + 1) {
                out.append(text)
                        .append("0".repeat(exponent + 1 - text.length()))
                        .append(".0");
            } else {
                out.append(text, 0, exponent + 1).append('.').append(text, exponent + 1, text.length());
            }
            return out.toString();
        }

        private void scientific(StringBuilder out) {
            out.append(text.charAt(0));
            if (text.length() > 1) {
                out.append('.').append(text, 1, text.length());
            }
            int size = Math.abs(exponent);
            out.append(exponent < 0 ? "e-" : "e+").append(size < 10 ? "0" : "").append(size);
        }
    }
}
