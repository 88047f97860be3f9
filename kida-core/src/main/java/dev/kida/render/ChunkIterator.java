package dev.kida.render;

import java.util.Iterator;

/**
 * The chunks of one render, produced as they are asked for. Not thread-safe; close it when it is not read to the end, so
 * that what the template holds open is released.
 */
public interface ChunkIterator extends Iterator<String>, AutoCloseable {

    /** Ends the render; idempotent. */
    @Override
    void close();
}
