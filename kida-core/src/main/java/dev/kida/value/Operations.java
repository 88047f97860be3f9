package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Arithmetic of two numbers in normal form (see {@link Numbers}). */
final class Operations {

    /** Powers with more bits than this are refused: they are never meant and would stop the machine. */
    private static final long MAX_POWER_BITS = 1L << 24;

    /** More than enough digits for a quotient to be rounded to a double correctly. */
    private static final MathContext QUOTIENT = new MathContext(40);

    private Operations() {}

    private enum Kind {
        INTEGER,
        FLOAT,
        DECIMAL;

        /** Decimals stay decimals among themselves and with integers, and become floats next to a float. */
        static Kind of(Object a, Object b) {
            if (a instanceof Double || b instanceof Double) {
                return FLOAT;
            }
            return a instanceof BigDecimal || b instanceof BigDecimal ? DECIMAL : INTEGER;
        }
    }

    static Object add(Object a, Object b) {
        return switch (Kind.of(a, b)) {
            case FLOAT -> Numbers.toDouble(a) + Numbers.toDouble(b);
            case DECIMAL -> Numbers.toDecimal(a).add(Numbers.toDecimal(b));
            case INTEGER -> Numbers.shrink(Numbers.toBig(a).add(Numbers.toBig(b)));
        };
    }

    static Object subtract(Object a, Object b) {
        return switch (Kind.of(a, b)) {
            case FLOAT -> Numbers.toDouble(a) - Numbers.toDouble(b);
            case DECIMAL -> Numbers.toDecimal(a).subtract(Numbers.toDecimal(b));
            case INTEGER -> Numbers.shrink(Numbers.toBig(a).subtract(Numbers.toBig(b)));
        };
    }

    static Object multiply(Object a, Object b) {
        return switch (Kind.of(a, b)) {
            case FLOAT -> Numbers.toDouble(a) * Numbers.toDouble(b);
            case DECIMAL -> Numbers.toDecimal(a).multiply(Numbers.toDecimal(b));
            case INTEGER -> Numbers.shrink(Numbers.toBig(a).multiply(Numbers.toBig(b)));
        };
    }

    static Object divide(Object a, Object b) {
        checkDivisor(b);
        return switch (Kind.of(a, b)) {
            case FLOAT -> Numbers.toDouble(a) / Numbers.toDouble(b);
            case DECIMAL -> Numbers.toDecimal(a).divide(Numbers.toDecimal(b), MathContext.DECIMAL64);
            case INTEGER -> divideIntegers(a, b);
        };
    }

    private static Object divideIntegers(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y && isExact(x) && (isExact(y) || x == 0)) {
            return (double) x / (double) y;
        }
        return Numbers.toDouble(Numbers.toDecimal(a).divide(Numbers.toDecimal(b), QUOTIENT));
    }

    private static boolean isExact(long number) {
        return number <= Numbers.EXACT_DOUBLE && number >= -Numbers.EXACT_DOUBLE;
    }

    static Object floorDivide(Object a, Object b) {
        checkDivisor(b);
        return switch (Kind.of(a, b)) {
            case FLOAT -> floorDivideFloats(Numbers.toDouble(a), Numbers.toDouble(b));
            case DECIMAL -> floorQuotient(Numbers.toDecimal(a), Numbers.toDecimal(b));
            case INTEGER -> floorDivideIntegers(a, b);
        };
    }

    private static Object floorDivideIntegers(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y && !(x == Long.MIN_VALUE && y == -1)) {
            return Math.floorDiv(x, y);
        }
        BigInteger[] parts = Numbers.toBig(a).divideAndRemainder(Numbers.toBig(b));
        boolean below =
                parts[1].signum() != 0 && parts[1].signum() != Numbers.toBig(b).signum();
        return Numbers.shrink(below ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    /** The floor of a quotient whose rest is exact: dividing first would round up to the next integer at times. */
    private static Object floorDivideFloats(double a, double b) {
        double rest = a % b;
        double quotient = (a - rest) / b;
        if (rest != 0 && rest < 0 != b < 0) {
            quotient -= 1;
        }
        double floor = Math.floor(quotient);
        return quotient == 0 ? Math.copySign(0.0, a / b) : (quotient - floor > 0.5 ? floor + 1 : floor);
    }

    private static BigDecimal floorQuotient(BigDecimal a, BigDecimal b) {
        return a.divide(b, 0, RoundingMode.FLOOR);
    }

    static Object modulo(Object a, Object b) {
        checkDivisor(b);
        return switch (Kind.of(a, b)) {
            case FLOAT -> moduloFloats(Numbers.toDouble(a), Numbers.toDouble(b));
            case DECIMAL -> {
                BigDecimal x = Numbers.toDecimal(a);
                BigDecimal y = Numbers.toDecimal(b);
                yield x.subtract(floorQuotient(x, y).multiply(y));
            }
            case INTEGER -> moduloIntegers(a, b);
        };
    }

    private static Object moduloIntegers(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Math.floorMod(x, y);
        }
        BigInteger divisor = Numbers.toBig(b);
        BigInteger rest = Numbers.toBig(a).remainder(divisor);
        boolean wrongSign = rest.signum() != 0 && rest.signum() != divisor.signum();
        return Numbers.shrink(wrongSign ? rest.add(divisor) : rest);
    }

    private static Object moduloFloats(double a, double b) {
        double rest = a % b;
        if (rest == 0) {
            return Math.copySign(0.0, b);
        }
        return rest < 0 == b < 0 ? rest : rest + b;
    }

    static Object power(Object a, Object b) {
        if (Numbers.isIntegral(b) && Numbers.toBig(b).signum() >= 0) {
            if (Numbers.isIntegral(a)) {
                return powerOfInteger(Numbers.toBig(a), Numbers.toBig(b));
            }
            if (a instanceof BigDecimal decimal) {
                checkPower(decimal.unscaledValue(), Numbers.toBig(b));
                return decimal.pow(Numbers.toBig(b).intValueExact());
            }
        }
        return powerOfFloat(Numbers.toDouble(a), Numbers.toDouble(b));
    }

    private static Object powerOfInteger(BigInteger base, BigInteger exponent) {
        if (base.abs().bitLength() <= 1) { // 0, 1 and -1 stay small whatever the exponent
            return exponent.signum() == 0
                    ? 1L
                    : base.longValue() * (base.signum() < 0 && !exponent.testBit(0) ? -1 : 1);
        }
        checkPower(base, exponent);
        return Numbers.shrink(base.pow(exponent.intValue()));
    }

    private static void checkPower(BigInteger base, BigInteger exponent) {
        boolean large = exponent.bitLength() > 31 || base.bitLength() * exponent.longValue() > MAX_POWER_BITS;
        if (large && exponent.signum() != 0) {
            throw TemplateRuntimeException.value("The power is too large");
        }
    }

    private static Object powerOfFloat(double base, double exponent) {
        if (base == 0 && exponent < 0) {
            throw TemplateRuntimeException.zeroDivision("Zero cannot be raised to a negative power");
        }
        if (base < 0 && Double.isFinite(base) && exponent != Math.rint(exponent) && Double.isFinite(exponent)) {
            throw TemplateRuntimeException.type("A negative number cannot be raised to a fractional power");
        }
        if (base == 1 || exponent == 0) {
            return 1.0;
        }
        double power = Math.pow(base, exponent);
        if (Double.isInfinite(power) && Double.isFinite(base) && Double.isFinite(exponent)) {
            throw TemplateRuntimeException.value("The power is too large for a float");
        }
        return power;
    }

    private static void checkDivisor(Object divisor) {
        boolean zero = divisor instanceof Long n
                ? n == 0
                : divisor instanceof Double d ? d == 0 : divisor instanceof BigDecimal x && x.signum() == 0;
        if (zero) {
            throw TemplateRuntimeException.zeroDivision("Division by zero");
        }
    }
}
