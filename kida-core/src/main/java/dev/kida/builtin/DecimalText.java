package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Rounding and printing of decimal numbers. All results come from the exact binary value of a double. */
final class DecimalText {

    /** Decimal places beyond these do not change a double. */
    private static final int MAX_PRECISION = 340;

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

    /** With a fixed number of decimal places; null when the value is not a number or the number is negative. */
    static @Nullable String fixed(Object value, int places) {
        if (places < 0) {
            return null;
        }
        BigDecimal exact = NumberReader.toDecimal(value);
        if (exact == null) {
            Double special = NumberReader.toDouble(value);
            return special == null ? null : special.isNaN() ? "nan" : special > 0 ? "inf" : "-inf";
        }
        return sign(exact, value)
                + exact.abs().setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** With commas between the thousands; without decimal places the fraction is cut off. */
    static @Nullable String grouped(Object value, int places) {
        BigDecimal exact = NumberReader.toDecimal(value);
        if (exact == null) {
            Double special = NumberReader.toDouble(value);
            if (special != null && special.isInfinite()) {
                throw TemplateRuntimeException.value("cannot format infinity");
            }
            return null;
        }
        if (places > 0) {
            String digits = exact.abs().setScale(places, RoundingMode.HALF_EVEN).toPlainString();
            int point = digits.indexOf('.');
            return sign(exact, value) + group(digits.substring(0, point)) + digits.substring(point);
        }
        BigDecimal whole = exact.setScale(0, RoundingMode.DOWN);
        return (whole.signum() < 0 ? "-" : "") + group(whole.abs().toPlainString());
    }

    /** A number keeps its sign when it is rounded to zero. */
    private static String sign(BigDecimal exact, Object value) {
        boolean negativeZero = value instanceof Double number && number == 0 && 1 / number < 0;
        return exact.signum() < 0 || negativeZero ? "-" : "";
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
