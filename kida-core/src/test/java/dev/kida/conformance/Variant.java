package dev.kida.conformance;

/**
 * How a mode is exercised.
 *
 * @param chunkSize size of a chunk, 0 for the engine's default
 * @param eager whether asynchronous inputs start before they are reached
 * @param stepwise whether the reader asks for one chunk at a time
 */
record Variant(int chunkSize, boolean eager, boolean stepwise) {

    /** Inputs start when they are reached, so that the moments of waiting are those of the reference. */
    static final Variant PLAIN = new Variant(0, false, false);

    static final Variant EAGER = new Variant(0, true, false);
    static final Variant LARGE_CHUNKS = new Variant(1 << 20, true, false);
    static final Variant TINY_CHUNKS = new Variant(1, false, true);

    @Override
    public String toString() {
        String demand = stepwise ? ", one by one" : "";
        return (chunkSize == 0 ? "default chunks" : "chunks of " + chunkSize) + (eager ? ", eager" : "") + demand;
    }
}
