package dev.kida.benchmarks;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes in an array that is kept from page to page. Not thread-safe. */
final class ReusedSink extends OutputStream {

    private byte[] buffer = new byte[16 * 1024];
    private int size;

    @Override
    public void write(int b) {
        room(1);
        buffer[size++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        room(length);
        System.arraycopy(bytes, offset, buffer, size, length);
        size += length;
    }

    private void room(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    void reset() {
        size = 0;
    }

    int size() {
        return size;
    }
}
