package dev.kida.render;

import dev.kida.output.Output;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places of {@code stack} tags in a buffered render, filled when everything has been pushed (decision S-4). Only tags
 * that write to the page itself are deferred; inside a buffered construct, and in a stream, a stack shows what was pushed
 * so far.
 */
final class StackSlots {

    private record Slot(int position, String name) {}

    private @Nullable List<Slot> slots;
    private final @Nullable Output page;

    /**
     * @param page tags that write to this output are deferred; null for none
     */
    StackSlots(@Nullable Output page) {
        this.page = page;
    }

    /** Whether the tag was deferred; what is pushed already and later counts as part of the page from now on. */
    boolean reserve(String name, Output out, List<String> pushed) {
        if (out != page) {
            return false;
        }
        if (slots == null) {
            slots = new ArrayList<>();
        }
        slots.add(new Slot(out.length(), name));
        out.account(pushed.stream().mapToLong(String::length).sum());
        return true;
    }

    void pushed(String name, int length) {
        if (page != null && slots != null) {
            page.account(length
                    * slots.stream().filter(slot -> slot.name().equals(name)).count());
        }
    }

    int count() {
        return slots == null ? 0 : slots.size();
    }

    /** Forgets the slots of a piece of output that was taken back. */
    void truncate(int count) {
        while (slots != null && slots.size() > count) {
            slots.remove(slots.size() - 1);
        }
    }

    /** Copies the page with all stacks in their places; positions are in the units of the given page. */
    void fill(Stacks stacks, Sink sink) {
        int from = 0;
        for (Slot slot : slots == null ? List.<Slot>of() : slots) {
            sink.page(from, slot.position());
            stacks.pushed(slot.name()).forEach(sink::text);
            from = slot.position();
        }
        sink.page(from, -1);
    }

    boolean isEmpty() {
        return slots == null || slots.isEmpty();
    }

    /** Receives the pieces in order. */
    interface Sink {
        /** A range of the page; a negative end means to its end. */
        void page(int from, int to);

        void text(String text);
    }
}
