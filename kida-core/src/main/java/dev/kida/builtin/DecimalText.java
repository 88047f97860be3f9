package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Rounding and printing of decimal numbers. All results come from the exact binary value of a double. */
final class DecimalText {

    /** Decimal places beyond these do not change a double. */
    private static final int MAX_PRECISION = 340;

    /** Up to here the error of a multiplication by the powers below is far smaller than the margin. */
    private static final double QUICK_LIMIT = 1e9;

    private static final double QUICK_MARGIN = 0.01;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4};

    private DecimalText() {}

    static double round(double number, int precision, String method) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return number;
        }
        if (method.equals("ceil") || method.equals("floor")) {
            double factor = Math.pow(10, precision);
            double scaled = method.equals("ceil") ? Math.ceil(number * factor) : Math.floor(number * factor);
            // An integer has no negative zero.
            return Double.isInfinite(scaled) || factor == 0 ? number : scaled / factor + 0.0;
        }
        if (precision > MAX_PRECISION) {
            return number;
        }
        int scale = Math.max(precision, -MAX_PRECISION);
        double rounded =
                new BigDecimal(number).setScale(scale, RoundingMode.HALF_EVEN).doubleValue();
        return Math.copySign(rounded, number);
    }

    static BigDecimal round(BigDecimal number, int precision, String method) {
        RoundingMode mode =
                switch (method) {
                    case "ceil" -> RoundingMode.CEILING;
                    case "floor" -> RoundingMode.FLOOR;
                    default -> RoundingMode.HALF_EVEN;
                };
        return number.setScale(precision, mode);
    }

    /** With a fixed number of decimal places; null when the value is not a number or the places are negative. */
    static @Nullable String fixed(Object value, int places) {
        if (places < 0) {
            return null;
        }
        String digits = digits(value, places);
        if (digits != null) {
            return sign(value) + digits;
        }
        Double special = NumberReader.toDouble(value);
        return special == null ? null : special.isNaN() ? "nan" : special > 0 ? "inf" : "-inf";
    }

    /** With commas between the thousands; without decimal places the fraction is cut off. */
    static @Nullable String grouped(Object value, int places) {
        if (places <= 0) {
            Number whole = value instanceof Long number ? number : NumberReader.toInteger(value);
            String digits = whole == null ? wholeDigits(value) : whole.toString();
            if (digits == null) {
                return null;
            }
            return digits.startsWith("-") ? "-" + group(digits.substring(1)) : group(digits);
        }
        String digits = digits(value, places);
        if (digits == null) {
            refuseInfinity(value);
            return null;
        }
        int point = digits.length() - places - 1;
        return sign(value) + group(digits.substring(0, point)) + digits.substring(point);
    }

    /** The digits before the point of a text that is a number with a fraction. */
    private static @Nullable String wholeDigits(Object value) {
        refuseInfinity(value);
        BigDecimal exact = NumberReader.toDecimal(value);
        return exact == null ? null : exact.toBigInteger().toString();
    }

    private static void refuseInfinity(Object value) {
        Double number = NumberReader.toDouble(value);
        if (number != null && number.isInfinite()) {
            throw TemplateRuntimeException.value("cannot format infinity");
        }
    }

    /** The rounded digits without a sign; null when the value is not a number. */
    private static @Nullable String digits(Object value, int places) {
        String quick = value instanceof Double number ? quickDigits(Math.abs(number), places) : null;
        if (quick != null) {
            return quick;
        }
        BigDecimal exact = NumberReader.toDecimal(value);
        return exact == null
                ? null
                : exact.abs().setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    }

    /**
     * The digits of an everyday number, such as a price; null when it is too large or so close to the middle between two
     * results that only its exact value can tell which is nearer.
     */
    private static @Nullable String quickDigits(double number, int places) {
        if (!(number < QUICK_LIMIT) || places < 1 || places >= POWERS.length) {
            return null;
        }
        double scaled = number * POWERS[places];
        double floor = Math.floor(scaled);
        double rest = scaled - floor;
        if (Math.abs(rest - 0.5) < QUICK_MARGIN) {
            return null;
        }
        long rounded = (long) floor + (rest > 0.5 ? 1 : 0);
        String digits = Long.toString(rounded);
        if (digits.length() <= places) {
            digits = "0".repeat(places + 1 - digits.length()) + digits;
        }
        int point = digits.length() - places;
        return digits.substring(0, point) + '.' + digits.substring(point);
    }

    /** A number keeps its sign when it is rounded to zero. */
    private static String sign(Object value) {
        Double number = NumberReader.toDouble(value);
        boolean negative = number != null && (number < 0 || (number == 0 && 1 / number < 0));
        return negative ? "-" : "";
    }

    static String group(String digits) {
        if (digits.length() <= 3) {
            return digits;
        }
        StringBuilder result = new StringBuilder(digits.length() + digits.length() / 3);
        int head = digits.length() % 3;
        result.append(digits, 0, head);
        for (int i = head; i < digits.length(); i += 3) {
            if (i > 0) {
                result.append(',');
            }
            result.append(digits, i, i + 3);
        }
        return result.toString();
    }
}
