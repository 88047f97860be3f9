package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The numeric tower: every number is a {@code Long}, a {@code BigInteger} that does not fit a long, a {@code Double} or a
 * {@code BigDecimal}.
 */
public final class Numbers {

    /** Integers up to this size are exact as a double. */
    static final long EXACT_DOUBLE = 1L << 53;

    private Numbers() {}

    /** The normal form of a number, with a boolean as 0 or 1; null if the value is not a number. */
    public static @Nullable Object normalize(@Nullable Object value) {
        if (value instanceof Long || value instanceof Double || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Boolean b) {
            return b ? 1L : 0L;
        }
        if (value instanceof BigInteger big) {
            return shrink(big);
        }
        if (value instanceof Float f) {
            return f.doubleValue();
        }
        if (value instanceof AtomicInteger || value instanceof AtomicLong) {
            return ((Number) value).longValue();
        }
        return null;
    }

    /** Whether a value is a number; a boolean is not. */
    public static boolean isNumber(@Nullable Object value) {
        return value instanceof Number && normalize(value) != null;
    }

    /** Whether a value is an integer; a boolean is not. */
    public static boolean isInteger(@Nullable Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return true;
        }
        Object number = value instanceof Boolean ? null : normalize(value);
        return number instanceof Long || number instanceof BigInteger;
    }

    /** The value of an integer or boolean that fits a long; null for anything else. */
    static @Nullable Long integerOrNull(@Nullable Object value) {
        return normalize(value) instanceof Long number ? number : null;
    }

    /**
     * The value of an integer argument.
     *
     * @throws TemplateRuntimeException {@code K-RUN-012} if the value is not an integer that fits an {@code int}
     */
    public static int intArgument(String what, @Nullable Object value) {
        Object number = normalize(value);
        if (number instanceof Long n) {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, n));
        }
        throw TemplateRuntimeException.type(what + " must be an integer, not " + TypeNames.of(value));
    }

    /** A {@code Long} if the number fits, else the number itself. */
    static Object shrink(BigInteger number) {
        return number.bitLength() < 64 ? (Object) number.longValue() : number;
    }

    /** Widens an integer in normal form. */
    static BigInteger toBig(Object integer) {
        return integer instanceof Long n ? BigInteger.valueOf(n) : (BigInteger) integer;
    }

    /** The nearest double of a number in normal form. */
    static double toDouble(Object number) {
        double value = ((Number) number).doubleValue();
        if (Double.isInfinite(value) && !(number instanceof Double)) {
            throw TemplateRuntimeException.value("The number is too large for a float");
        }
        return value;
    }

    /** The decimal of a number in normal form; a double exactly. */
    static BigDecimal toDecimal(Object number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof Long n) {
            return BigDecimal.valueOf(n);
        }
        return number instanceof BigInteger big ? new BigDecimal(big) : new BigDecimal((Double) number);
    }

    static boolean isIntegral(Object number) {
        return number instanceof Long || number instanceof BigInteger;
    }

    /** Compares two numbers in normal form by their exact values; null if one of them is NaN. */
    static @Nullable Integer compare(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof Double x && b instanceof Double y) {
            return compareDoubles(x, y);
        }
        if (a instanceof Double x && !Double.isFinite(x)) {
            return x.isNaN() ? null : (x > 0 ? 1 : -1);
        }
        if (b instanceof Double y && !Double.isFinite(y)) {
            return y.isNaN() ? null : (y > 0 ? -1 : 1);
        }
        if (a instanceof Long x && b instanceof Double y && Math.abs(x) <= EXACT_DOUBLE) {
            return compareDoubles(x, y);
        }
        if (a instanceof Double x && b instanceof Long y && Math.abs(y) <= EXACT_DOUBLE) {
            return compareDoubles(x, y);
        }
        return toDecimal(a).compareTo(toDecimal(b));
    }

    private static @Nullable Integer compareDoubles(double x, double y) {
        if (x < y) {
            return -1;
        }
        if (x > y) {
            return 1;
        }
        return x == y ? 0 : null;
    }
}
