package dev.kida.output;

/** Writes numbers as decimal digits straight into a byte buffer. */
final class Digits {

    /** Room that suffices for every number written here. */
    static final int ROOM = 24;

    private static final double SMALLEST_DECIMAL = 1e-3;
    private static final double LARGEST_DECIMAL = 1e9;
    private static final long HUNDREDTHS = 100;
    private static final long MILLIONTHS = 1_000_000;

    private static final byte[] PAIRS = new byte[200];

    static {
        for (int i = 0; i < 100; i++) {
            PAIRS[2 * i] = (byte) ('0' + i / 10);
            PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
        }
    }

    private Digits() {}

    /** Writes {@code value} at {@code at}; returns the place behind it. */
    static int put(byte[] buffer, int at, long value) {
        if (value >= 0 && value < 10) {
            buffer[at] = (byte) ('0' + value);
            return at + 1;
        }
        if (value >= 0 && value < 100) {
            return putPair(buffer, at, (int) value);
        }
        if (value >= 0 && value < 1000) {
            int hundreds = (int) value / 100;
            buffer[at] = (byte) ('0' + hundreds);
            return putPair(buffer, at + 1, (int) value - 100 * hundreds);
        }
        return putLarge(buffer, at, value);
    }

    private static int putPair(byte[] buffer, int at, int value) {
        buffer[at] = PAIRS[2 * value];
        buffer[at + 1] = PAIRS[2 * value + 1];
        return at + 2;
    }

    private static int putLarge(byte[] buffer, int at, long value) {
        int start = at;
        long negative = value; // counts in negative numbers, which also have room for Long.MIN_VALUE
        if (value < 0) {
            buffer[start++] = '-';
        } else {
            negative = -value;
        }
        int end = start + size(negative);
        int place = end;
        while (negative <= -100) {
            long rest = negative / 100;
            int pair = (int) (rest * 100 - negative) * 2;
            buffer[--place] = PAIRS[pair + 1];
            buffer[--place] = PAIRS[pair];
            negative = rest;
        }
        int pair = (int) -negative * 2;
        buffer[--place] = PAIRS[pair + 1];
        if (place > start) {
            buffer[--place] = PAIRS[pair];
        }
        return end;
    }

    private static int size(long negative) {
        long bound = -10;
        for (int digits = 1; digits < 19; digits++) {
            if (negative > bound) {
                return digits;
            }
            bound *= 10;
        }
        return 19;
    }

    /**
     * Writes a floating-point number if it has at most six decimals; returns the place behind it, or -1 if the number
     * needs the general algorithm.
     *
     * <p>If a decimal of at most 15 digits is the nearest to the number, then it is also the shortest one that reads
     * back as the number, but for zeros at its end; and {@code units / scale} is rounded as reading that decimal is.
     * The scales are constants, so that nothing but that is a division.
     */
    static int putDecimal(byte[] buffer, int at, double value) {
        double size = Math.abs(value);
        if (!(size >= SMALLEST_DECIMAL && size < LARGEST_DECIMAL)) {
            return -1;
        }
        long units = (long) (size * HUNDREDTHS + 0.5);
        if ((double) units / HUNDREDTHS == size) {
            long whole = units / HUNDREDTHS;
            int place = putWhole(buffer, at, value, whole);
            return putFraction(buffer, place, (int) (units - whole * HUNDREDTHS));
        }
        return putLongDecimal(buffer, at, value, size);
    }

    private static int putLongDecimal(byte[] buffer, int at, double value, double size) {
        long units = (long) (size * MILLIONTHS + 0.5);
        if ((double) units / MILLIONTHS != size) {
            return -1;
        }
        long whole = units / MILLIONTHS;
        int fraction = (int) (units - whole * MILLIONTHS);
        int place = putWhole(buffer, at, value, whole);
        int upper = fraction / 10_000;
        place = putPair(buffer, place, upper);
        int lower = fraction - upper * 10_000;
        place = putPair(buffer, place, lower / 100);
        place = putPair(buffer, place, lower % 100);
        while (buffer[place - 1] == '0') {
            place--; // there is a digit of another kind: else two decimals would have done
        }
        return place;
    }

    private static int putWhole(byte[] buffer, int at, double value, long whole) {
        int place = at;
        if (value < 0) {
            buffer[place++] = '-';
        }
        place = put(buffer, place, whole);
        buffer[place++] = '.';
        return place;
    }

    /** Two decimals, or one when the second is zero. */
    private static int putFraction(byte[] buffer, int at, int hundredths) {
        buffer[at] = PAIRS[2 * hundredths];
        byte last = PAIRS[2 * hundredths + 1];
        buffer[at + 1] = last;
        return last == '0' ? at + 1 : at + 2;
    }
}
