package dev.kida.spring.webmvc;

import dev.kida.render.Chunk;
import dev.kida.spring.PageParts;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes the chunks of one page to a response: blocking until somebody {@linkplain #listen listens}, and from then on only
 * what the response takes at once. Used by one thread at a time.
 */
final class PageWriter implements PageFailures.Sink {

    private final HttpServletResponse response;
    private final PageParts parts = new PageParts();
    private final Queue<byte[]> pieces = new ArrayDeque<>();
    private final AtomicLong sent = new AtomicLong();

    private boolean flush;
    private boolean written;
    private boolean ended;
    private volatile boolean listening;

    PageWriter(HttpServletResponse response) {
        this.response = response;
    }

    /**
     * Stops blocking, if the response is able to. The request has to be asynchronous.
     *
     * @param listener is told when the response takes more, for the first time as soon as the thread of the request is with
     *     the container; that may be before this method returns
     * @return whether it will be told; otherwise everything goes on blocking
     */
    boolean listen(WriteListener listener) throws IOException {
        if (!canListen()) {
            return false;
        }
        ServletOutputStream out = response.getOutputStream();
        listening = true;
        try {
            out.setWriteListener(listener);
            return true;
        } catch (IllegalStateException | UnsupportedOperationException | NullPointerException unable) {
            listening = false; // or the container has taken the response back, which the next write finds out
            return false;
        }
    }

    /** Whether {@link #listen} can be expected to work. */
    boolean canListen() {
        return Readiness.isTold(response);
    }

    /** Takes a chunk, to be written by {@link #proceed}. */
    void take(Chunk chunk) {
        ended = chunk.last();
        add(parts.add(chunk));
    }

    /** Takes what is left of a page that has ended without a last chunk. */
    void takeRest() {
        ended = true;
        add(parts.rest());
    }

    private void add(PageParts.@Nullable Part part) {
        if (part == null) {
            return;
        }
        if (part.whole() && !response.isCommitted()) {
            response.setContentLength(part.size());
        }
        part.pieces().stream().filter(piece -> piece.length > 0).forEach(pieces::add);
        flush = part.flush();
    }

    /** Whether something that was taken has not been written yet. */
    boolean hasMore() {
        return flush || !pieces.isEmpty();
    }

    /**
     * Writes what was taken.
     *
     * @return whether all of it was, so that there is room for more; if not, the listener will be told when to go on, perhaps
     *     before this method returns: the caller must not touch anything any more
     */
    boolean proceed() throws IOException {
        if (!listening) {
            writeBlocking();
            return true;
        }
        for (byte[] piece = pieces.peek(); piece != null; piece = pieces.peek()) {
            if (!isReady()) {
                return false;
            }
            pieces.remove();
            write(piece);
            written = true;
        }
        if (flush || (written && (ended || !response.isCommitted()))) {
            if (!isReady()) {
                return false;
            }
            flush = false;
            written = false;
            response.getOutputStream().flush();
        }
        return !ended || isReady(); // a container would block for what it has not sent when the request ends
    }

    private void writeBlocking() throws IOException {
        for (byte[] piece = pieces.poll(); piece != null; piece = pieces.poll()) {
            write(piece);
        }
        if (flush && !ended) {
            response.flushBuffer();
        }
        flush = false;
    }

    private void write(byte[] piece) throws IOException {
        sent.addAndGet(piece.length);
        response.getOutputStream().write(piece);
    }

    private boolean isReady() throws IOException {
        try {
            return response.getOutputStream().isReady();
        } catch (IllegalStateException | NullPointerException over) {
            throw new IOException("the container has taken the response back", over);
        }
    }

    @Override
    public void append(byte[] bytes) throws IOException {
        if (!listening) {
            response.getOutputStream().write(bytes);
            response.flushBuffer();
        } else if (pieces.isEmpty() && isReady()) {
            response.getOutputStream().write(bytes);
            if (isReady()) {
                response.getOutputStream().flush();
            }
        }
    }

    @Override
    public long sent() {
        return sent.get();
    }
}
