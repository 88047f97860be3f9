package dev.kida.spring.webmvc;

import dev.kida.output.PageSink;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Holds the beginning of a page back until it is flushed or long enough. A page that fails before is not begun; one that
 * ends before is sent with its {@code Content-Length}.
 */
final class PageOutputStream extends OutputStream implements PageSink, PageFailures.Sink {

    private static final int INITIAL_CAPACITY = 1024;

    private final HttpServletResponse response;
    private final int limit;
    private final boolean alone;

    private byte[] held = new byte[INITIAL_CAPACITY];
    private int count;
    private boolean begun;
    private long sent;
    private @Nullable IOException failure;

    /** @param alone whether this page is the whole response */
    PageOutputStream(HttpServletResponse response, int limit, boolean alone) {
        this.response = response;
        this.limit = limit;
        this.alone = alone;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!begun && count + length > limit) {
            begin();
        }
        if (begun) {
            send(bytes, offset, length);
            return;
        }
        if (count + length > held.length) {
            held = Arrays.copyOf(held, Math.max(held.length * 2, count + length));
        }
        System.arraycopy(bytes, offset, held, count, length);
        count += length;
    }

    /** Sends what is there, to the client and not only to the container's buffer. With nothing there, nothing is begun. */
    @Override
    public void flush() throws IOException {
        if (!begun && count == 0) {
            return;
        }
        begin();
        try {
            response.flushBuffer();
        } catch (IOException ex) {
            throw remember(ex);
        }
    }

    /** Sends the rest. The response stays open: it is the container's to close. */
    void finish() throws IOException {
        if (!begun && alone && !response.isCommitted()) {
            response.setContentLength(count);
        }
        begin();
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            send(held, 0, count);
            held = new byte[0];
        }
    }

    private void send(byte[] bytes, int offset, int length) throws IOException {
        try {
            response.getOutputStream().write(bytes, offset, length);
            sent += length;
        } catch (IOException ex) {
            throw remember(ex);
        }
    }

    private IOException remember(IOException ex) {
        failure = ex;
        return ex;
    }

    /** What the container has not sent yet can still make room for an error page. */
    @Override
    public boolean hasBegun() {
        return response.isCommitted();
    }

    @Override
    public long sent() {
        return sent;
    }

    @Override
    public void append(byte[] bytes) throws IOException {
        response.getOutputStream().write(bytes);
        response.flushBuffer();
    }

    /** What the response has thrown, however it is wrapped when it arrives at the caller; null when it is well. */
    @Nullable
    IOException failure() {
        return failure;
    }
}
