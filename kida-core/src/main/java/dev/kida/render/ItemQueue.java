package dev.kida.render;

import org.jspecify.annotations.Nullable;

/**
 * Items on their way from a source to the render: one thread at a time adds, one thread at a time takes. Items lie in
 * arrays that are linked, so that there is no object and no atomic update per item, and no bound.
 */
final class ItemQueue {

    private static final int LARGEST = 64;

    /** A piece of the queue. The count is written after the item, and a successor is linked after its first item. */
    private static final class Segment {

        final @Nullable Object[] items;
        volatile int written;
        volatile @Nullable Segment next;

        Segment(int size) {
            items = new @Nullable Object[size];
        }
    }

    private final int size;
    private Segment tail;
    private int tailIndex;
    private Segment head;
    private int headIndex;

    /** @param expected how many items will wait here as a rule */
    ItemQueue(int expected) {
        size = Math.max(1, Math.min(expected, LARGEST));
        tail = new Segment(size);
        head = tail;
    }

    void add(Object item) {
        Segment segment = tail;
        int at = tailIndex;
        if (at < size) {
            segment.items[at] = item;
            segment.written = at + 1;
            tailIndex = at + 1;
            return;
        }
        Segment fresh = new Segment(size);
        fresh.items[0] = item;
        fresh.written = 1;
        tail = fresh;
        tailIndex = 1;
        segment.next = fresh;
    }

    boolean isEmpty() {
        return headIndex < size ? head.written == headIndex : head.next == null;
    }

    /** The oldest item, or null when there is none. */
    @Nullable
    Object poll() {
        if (headIndex == size) {
            Segment next = head.next;
            if (next == null) {
                return null;
            }
            head = next;
            headIndex = 0;
        }
        Segment segment = head;
        if (segment.written == headIndex) {
            return null;
        }
        Object item = segment.items[headIndex];
        segment.items[headIndex++] = null;
        return item;
    }

    /** Drops what is there. */
    void clear() {
        while (!isEmpty()) {
            poll();
        }
    }
}
