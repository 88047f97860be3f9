package dev.kida.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Scientific and general notation of numbers without a sign. */
final class Decimals {

    private Decimals() {}

    /** {@code d.ddde+XX} with the given digits after the point. */
    static String scientific(BigDecimal number, int digits) {
        BigDecimal rounded = number.round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        String all = rounded.signum() == 0 ? "0" : rounded.unscaledValue().toString();
        int exponent = rounded.signum() == 0 ? 0 : all.length() - 1 - rounded.scale();
        String padded = all + "0".repeat(Math.max(0, digits + 1 - all.length()));
        String mantissa =
                digits == 0 ? padded.substring(0, 1) : padded.charAt(0) + "." + padded.substring(1, digits + 1);
        return mantissa + exponent(exponent);
    }

    private static String exponent(int exponent) {
        int size = Math.abs(exponent);
        return (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
    }

    /**
     * Plain or scientific notation, whichever suits the size, without trailing zeros.
     *
     * @param digits the significant digits
     * @param point whether plain notation always has a digit after the point
     */
    static String general(BigDecimal number, int digits, boolean point) {
        int significant = Math.max(1, digits);
        BigDecimal rounded = number.round(new MathContext(significant, RoundingMode.HALF_EVEN));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - 1 - rounded.scale();
        if (exponent < -4 || exponent >= significant - (point ? 1 : 0)) {
            String text = scientific(rounded, significant - 1);
            int e = text.indexOf('e');
            return withoutZeros(text.substring(0, e)) + text.substring(e);
        }
        String text = withoutZeros(rounded.setScale(Math.max(0, significant - 1 - exponent), RoundingMode.UNNECESSARY)
                .toPlainString());
        return point && text.indexOf('.') < 0 ? text + ".0" : text;
    }

    private static String withoutZeros(String text) {
        if (text.indexOf('.') < 0) {
            return text;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
