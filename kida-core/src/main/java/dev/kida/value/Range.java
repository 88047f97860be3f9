package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A lazy sequence of integers from {@code start} up to, but not including, {@code stop}. It may be longer than any list:
 * then it has no size and cannot be iterated, but it still prints, has elements by index and knows what is in it.
 */
public final class Range extends AbstractList<@Nullable Object> implements RandomAccess {

    private final long start;
    private final long stop;
    private final long step;
    private final long count;

    /**
     * @param step the distance of the elements, positive or negative
     * @throws TemplateRuntimeException {@code K-RUN-007} if the step is 0 or a long cannot count the elements
     */
    public Range(long start, long stop, long step) {
        if (step == 0) {
            throw TemplateRuntimeException.value("The step of a range must not be zero");
        }
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.count = count(start, stop, step);
    }

    /**
     * The range written {@code start..end} (inclusive) or {@code start...end}, with an optional step.
     *
     * @throws TemplateRuntimeException {@code K-RUN-012} unless all parts are integers, {@code K-RUN-007} if the end is
     *     the largest integer there is
     */
    public static Range literal(
            @Nullable Object start, @Nullable Object end, boolean inclusive, @Nullable Object step) {
        long from = bound("start", start);
        long to = bound("end", end);
        long by = step == null ? 1 : bound("step", step);
        // One more at the end also for negative steps, as the language has it: 5..1 by -1 ends with 3.
        if (inclusive && to == Long.MAX_VALUE) {
            throw TemplateRuntimeException.value("A range cannot include its end " + to + "; write ... instead of ..");
        }
        return new Range(from, inclusive ? to + 1 : to, by);
    }

    private static long bound(String part, @Nullable Object value) {
        Long integer = value instanceof Boolean ? null : Numbers.integerOrNull(value);
        if (integer == null) {
            throw TemplateRuntimeException.type(
                    "The " + part + " of a range must be an integer, not " + TypeNames.of(value));
        }
        return integer;
    }

    private static long count(long start, long stop, long step) {
        if (step > 0 ? start >= stop : start <= stop) {
            return 0;
        }
        long distance = step > 0 ? stop - start : start - stop;
        // As unsigned numbers both fit, however far apart the ends are.
        long steps = Long.divideUnsigned(distance - 1, Math.abs(step)) + 1;
        if (steps <= 0) {
            throw TemplateRuntimeException.value("The range has too many elements");
        }
        return steps;
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
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index);
        }
        return start + index * step;
    }

    /** The element at an index that is less than {@link #count}. */
    long at(long index) {
        return start + index * step;
    }

    /** How many elements there are, which may be more than {@link #size} can say. */
    public long count() {
        return count;
    }

    @Override
    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * As of every collection.
     *
     * @throws TemplateRuntimeException {@code K-RUN-007} if there are more elements than a list can have
     */
    @Override
    public int size() {
        if (count > Integer.MAX_VALUE) {
            throw TemplateRuntimeException.value("The range has too many elements (" + count + ")");
        }
        return (int) count;
    }

    /** Whether another range has the same elements, however its end and its step are written. */
    boolean hasElementsOf(Range other) {
        return count == other.count && (count == 0 || start == other.start) && (count <= 1 || step == other.step);
    }

    @Override
    public int indexOf(@Nullable Object element) {
        long position = position(element);
        if (position > Integer.MAX_VALUE) {
            throw TemplateRuntimeException.value("The range has too many elements (" + count + ")");
        }
        return (int) position;
    }

    /** The index of an element, or -1. */
    private long position(@Nullable Object element) {
        Object number = Numbers.normalize(element);
        if (number instanceof Double d && d == d.longValue()) {
            number = d.longValue();
        }
        if (!(number instanceof Long value)) {
            return -1;
        }
        boolean inside = step > 0 ? value >= start && value < stop : value <= start && value > stop;
        // As unsigned numbers both fit, however far from the start the value is.
        long distance = step > 0 ? value - start : start - value;
        long width = Math.abs(step);
        if (!inside || Long.remainderUnsigned(distance, width) != 0) {
            return -1;
        }
        return Long.divideUnsigned(distance, width);
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return position(element) >= 0;
    }

    /** The part from one index up to another, in steps: a range again. */
    Range slice(Slices.Bounds bounds) {
        return new Range(start + bounds.start() * step, start + bounds.stop() * step, step * bounds.step());
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        int size = size();
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
