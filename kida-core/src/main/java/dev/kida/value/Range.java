package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A lazy sequence of integers from {@code start} up to, but not including, {@code stop}. */
public final class Range extends AbstractList<@Nullable Object> implements RandomAccess {

    private final long start;
    private final long stop;
    private final long step;
    private final int size;

    /**
     * @param step the distance of the elements, positive or negative
     * @throws TemplateRuntimeException {@code K-RUN-007} if the step is 0 or the range has too many elements
     */
    public Range(long start, long stop, long step) {
        if (step == 0) {
            throw TemplateRuntimeException.value("The step of a range must not be zero");
        }
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.size = size(start, stop, step);
    }

    /**
     * The range written {@code start..end} (inclusive) or {@code start...end}, with an optional step.
     *
     * @throws TemplateRuntimeException {@code K-RUN-012} unless all parts are integers
     */
    public static Range literal(
            @Nullable Object start, @Nullable Object end, boolean inclusive, @Nullable Object step) {
        long from = bound("start", start);
        long to = bound("end", end);
        long by = step == null ? 1 : bound("step", step);
        // One more at the end also for negative steps, as the language has it: 5..1 by -1 ends with 3.
        return new Range(from, inclusive ? Math.addExact(to, 1) : to, by);
    }

    private static long bound(String part, @Nullable Object value) {
        Long integer = value instanceof Boolean ? null : Numbers.integerOrNull(value);
        if (integer == null) {
            throw TemplateRuntimeException.type(
                    "The " + part + " of a range must be an integer, not " + TypeNames.of(value));
        }
        return integer;
    }

    private static int size(long start, long stop, long step) {
        if (step > 0 ? start >= stop : start <= stop) {
            return 0;
        }
        long distance = step > 0 ? stop - start : start - stop;
        // As unsigned numbers both fit, however far apart the ends are.
        long steps = Long.divideUnsigned(distance - 1, Math.abs(step)) + 1;
        if (steps <= 0 || steps > Integer.MAX_VALUE) {
            throw TemplateRuntimeException.value("The range has too many elements");
        }
        return (int) steps;
    }

    /** The first element, if there is one. */
    public long start() {
        return start;
    }

    /** The end, which is not an element. */
    public long stop() {
        return stop;
    }

    /** The distance from one element to the next. */
    public long step() {
        return step;
    }

    @Override
    public Long get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return start + index * step;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int indexOf(@Nullable Object element) {
        Object number = Numbers.normalize(element);
        if (number instanceof Double d && d == d.longValue()) {
            number = d.longValue();
        }
        if (!(number instanceof Long value) || size == 0) {
            return -1;
        }
        long last = start + (size - 1) * step;
        boolean inside = step > 0 ? value >= start && value <= last : value <= start && value >= last;
        return inside && (value - start) % step == 0 ? (int) ((value - start) / step) : -1;
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return indexOf(element) >= 0;
    }

    /** The part from one index up to another, in steps: a range again. */
    Range slice(Slices.Bounds bounds) {
        return new Range(start + bounds.start() * step, start + bounds.stop() * step, step * bounds.step());
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Long next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                return start + next++ * step;
            }
        };
    }

    /** As templates print it, with the exclusive end. */
    @Override
    public String toString() {
        String ends = "range(" + start + ", " + stop;
        return step == 1 ? ends + ")" : ends + ", " + step + ")";
    }
}
