package dev.kida.output;

/** Writes numbers as decimal digits straight into a byte buffer. */
final class Digits {

    /** Room that suffices for every number written here. */
    static final int ROOM = 24;

    private static final double SMALLEST_DECIMAL = 1e-3;
    private static final double LARGEST_DECIMAL = 1e9;
    /** Scales with an even number of digits, so that a loop over them is short. */
    private static final long[] SCALES = {100, 10_000, 1_000_000};

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
     */
    static int putDecimal(byte[] buffer, int at, double value) {
        double size = Math.abs(value);
        if (!(size >= SMALLEST_DECIMAL && size < LARGEST_DECIMAL)) {
            return -1;
        }
        for (long scale : SCALES) {
            long units = (long) (size * scale + 0.5);
            if ((double) units / scale == size) {
                int place = at;
                if (value < 0) {
                    buffer[place++] = '-';
                }
                place = put(buffer, place, units / scale);
                buffer[place++] = '.';
                return putFraction(buffer, place, units % scale, scale);
            }
        }
        return -1;
    }

    private static int putFraction(byte[] buffer, int at, long fraction, long scale) {
        int place = at;
        long rest = fraction;
        long unit = scale / 10;
        do {
            buffer[place++] = (byte) ('0' + rest / unit);
            rest %= unit;
            unit /= 10;
        } while (rest != 0);
        return place;
    }
}
