package dev.kida.syntax;

import java.math.BigInteger;

/** Number literals. */
final class Numbers {

    private Numbers() {}

    /** The literal with this value: {@code Long} if it fits, else {@code BigInteger}. */
    static Number integer(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        return value;
    }

    static Number negate(Number number) {
        if (number instanceof Double value) {
            return -value;
        }
        BigInteger value = number instanceof BigInteger big ? big : BigInteger.valueOf(number.longValue());
        return integer(value.negate());
    }
}
