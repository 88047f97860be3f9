package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code a[start:stop:step]}: clamped, negative from the end, never an index error. */
final class Slices {

    private Slices() {}

    /** The selected elements: {@code count} of them from {@code start}, {@code step} apart. */
    record Bounds(int start, int stop, int step, int count) {

        static Bounds of(int size, @Nullable Object start, @Nullable Object stop, @Nullable Object step) {
            int by = step == null ? 1 : part(step);
            if (by == 0) {
                throw TemplateRuntimeException.value("The step of a slice must not be zero");
            }
            int low = by > 0 ? 0 : -1;
            int high = by > 0 ? size : size - 1;
            int from = start == null ? (by > 0 ? low : high) : clamp(part(start), size, low, high);
            int to = stop == null ? (by > 0 ? high : low) : clamp(part(stop), size, low, high);
            long distance = by > 0 ? (long) to - from : (long) from - to;
            long width = Math.abs((long) by);
            return new Bounds(from, to, by, distance <= 0 ? 0 : (int) ((distance + width - 1) / width));
        }

        private static int clamp(int index, int size, int low, int high) {
            int absolute = index < 0 ? index + size : index;
            return Math.max(low, Math.min(high, absolute));
        }

        /** A part as an int; larger numbers mean the ends anyway. */
        private static int part(Object value) {
            if (value instanceof BigInteger big && big.bitLength() >= 64) {
                return big.signum() * Integer.MAX_VALUE;
            }
            Long number = value instanceof Boolean ? null : Numbers.integerOrNull(value);
            if (number == null) {
                throw TemplateRuntimeException.type("A slice index must be an integer, not " + TypeNames.of(value));
            }
            return (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, number));
        }
    }

    static String ofText(String text, @Nullable Object start, @Nullable Object stop, @Nullable Object step) {
        Bounds bounds = Bounds.of(CodePoints.length(text), start, stop, step);
        if (bounds.count == 0) {
            return "";
        }
        if (bounds.step == 1) {
            return CodePoints.substring(text, bounds.start, bounds.start + bounds.count);
        }
        int[] points = text.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < bounds.count; i++) {
            out.appendCodePoint(points[bounds.start + i * bounds.step]);
        }
        return out.toString();
    }

    static List<@Nullable Object> ofList(
            List<@Nullable Object> list, @Nullable Object start, @Nullable Object stop, @Nullable Object step) {
        Bounds bounds = Bounds.of(list.size(), start, stop, step);
        if (list instanceof Range range) {
            return range.slice(bounds);
        }
        if (bounds.step == 1) {
            List<@Nullable Object> part = list.subList(bounds.start, bounds.start + bounds.count);
            return list instanceof Tuple ? Tuple.copyOf(part) : new ArrayList<>(part);
        }
        @Nullable Object[] picked = new Object[bounds.count];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = list.get(bounds.start + i * bounds.step);
        }
        return list instanceof Tuple ? Tuple.of(picked) : new ArrayList<>(Tuple.of(picked));
    }
}
