package dev.kida.render;

/**
 * How many items of a source were asked for, how many it has sent. Asking is up to the thread that runs the render, counting
 * to the one that sends.
 */
final class Demand {

    private final int prefetch;
    /** How many taken items are asked for again at once: most of what may wait, so that asking is rare. */
    private final int batch;

    private int taken;
    private long asked;
    private volatile long allowed;
    private volatile boolean unbounded;
    private long received;

    /**
     * @param prefetch how many items may wait
     * @param unbounded whether all are asked for at once
     */
    Demand(int prefetch, boolean unbounded) {
        this.prefetch = prefetch;
        this.batch = prefetch - prefetch / 4;
        this.unbounded = unbounded;
    }

    /** From now on everything is asked for; false when it was before. */
    boolean everything() {
        boolean before = unbounded;
        unbounded = true;
        return !before;
    }

    /** What to ask for when the source is there. */
    long first() {
        asked = prefetch;
        allowed = asked;
        return unbounded ? Long.MAX_VALUE : prefetch;
    }

    /** An item was taken: how many are to be asked for now, mostly none. */
    int taken() {
        if (unbounded || ++taken < batch) {
            return 0;
        }
        taken = 0;
        asked += batch;
        allowed = asked;
        return batch;
    }

    /** An item has come: whether it is one that nobody asked for. */
    boolean isTooMany() {
        return ++received > allowed && !unbounded;
    }
}
