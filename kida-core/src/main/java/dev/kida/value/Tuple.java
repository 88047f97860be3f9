package dev.kida.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** An immutable sequence, written {@code (a, b)} in a template. */
public final class Tuple extends AbstractList<@Nullable Object> implements RandomAccess {

    /** The tuple without elements. */
    public static final Tuple EMPTY = new Tuple(new Object[0]);

    private final @Nullable Object[] elements;

    private Tuple(@Nullable Object[] elements) {
        this.elements = elements;
    }

    /** A tuple of these elements. The array is kept, not copied: the caller must not change it. */
    public static Tuple of(@Nullable Object... elements) {
        return elements.length == 0 ? EMPTY : new Tuple(elements);
    }

    /** A tuple of the elements a collection has now. */
    public static Tuple copyOf(Collection<? extends @Nullable Object> elements) {
        return elements instanceof Tuple tuple ? tuple : of(elements.toArray());
    }

    @Override
    public @Nullable Object get(int index) {
        return elements[index];
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return new ArrayIterator(elements);
    }

    @Override
    @SuppressWarnings("NullAway") // the JDK's own toArray hands out null elements too
    public @Nullable Object[] toArray() {
        return Arrays.copyOf(elements, elements.length, Object[].class);
    }

    @Override
    public Tuple subList(int from, int to) {
        return of(Arrays.copyOfRange(elements, from, to));
    }

    /** Walks an array; plainer than the inherited iterator, which checks for concurrent changes. */
    private static final class ArrayIterator implements Iterator<@Nullable Object> {
        private final @Nullable Object[] elements;
        private int next;

        ArrayIterator(@Nullable Object[] elements) {
            this.elements = elements;
        }

        @Override
        public boolean hasNext() {
            return next < elements.length;
        }

        @Override
        public @Nullable Object next() {
            if (next >= elements.length) {
                throw new NoSuchElementException();
            }
            return elements[next++];
        }
    }
}
