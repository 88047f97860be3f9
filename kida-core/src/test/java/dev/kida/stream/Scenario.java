package dev.kida.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the sources of a page do. */
enum Scenario {
    /** Everything is there. */
    READY,
    /** Everything comes from another thread after the render has begun to wait. */
    LATER,
    /** There is no value, no item. */
    EMPTY,
    EMPTY_LATER,
    /** Fails, a sequence after its first item. */
    FAILS,
    FAILS_LATER,
    /** Nothing comes; the reader cancels. */
    NEVER,
    /** One item comes, then nothing; the reader cancels. */
    STALLS;

    /** Why sources fail. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1;

        Broken() {
            super("broken on purpose");
        }
    }

    boolean isLater() {
        return this == LATER || this == EMPTY_LATER || this == FAILS_LATER || this == STALLS;
    }

    boolean fails() {
        return this == FAILS || this == FAILS_LATER;
    }

    boolean isEmpty() {
        return this == EMPTY || this == EMPTY_LATER;
    }

    /** Whether the reader has to cancel. */
    boolean isEndless() {
        return this == NEVER || this == STALLS;
    }

    Probe.Script single(Object value, RuntimeException failure) {
        return script(List.of(), List.of(value), failure);
    }

    Probe.Script sequence(List<?> items, RuntimeException failure) {
        return script(items.subList(0, 1), items, failure);
    }

    private Probe.Script script(List<?> first, List<?> all, RuntimeException failure) {
        return switch (this) {
            case READY, LATER -> Probe.Script.of(all);
            case EMPTY, EMPTY_LATER -> Probe.Script.of(List.of());
            case FAILS, FAILS_LATER -> Probe.Script.failing(first, failure);
            case NEVER -> Probe.Script.silentAfter(List.of());
            case STALLS -> Probe.Script.silentAfter(first);
        };
    }

    /** The same without a source: what a plain render finds under the name. */
    @Nullable
    Object plain(Object value) {
        return isEmpty() ? null : value;
    }

    List<?> plain(List<?> items) {
        return isEmpty() ? List.of() : new ArrayList<>(items);
    }
}
