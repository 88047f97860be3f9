package dev.kida.spring.webmvc;

import dev.kida.render.Chunk;
import dev.kida.spring.PageParts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the chunks of one page to a response. */
final class PageWriter {

    private final HttpServletResponse response;
    private final PageParts parts = new PageParts();
    private final AtomicLong sent = new AtomicLong();

    PageWriter(HttpServletResponse response) {
        this.response = response;
    }

    void write(Chunk chunk) throws IOException {
        PageParts.Part part = parts.add(chunk);
        if (part != null) {
            send(part);
            if (part.flush() && !chunk.last()) {
                response.flushBuffer();
            }
        }
    }

    /** Sends what is left of a page that has ended without a last chunk. */
    void finish() throws IOException {
        PageParts.Part rest = parts.rest();
        if (rest != null) {
            send(rest);
        }
    }

    private void send(PageParts.Part part) throws IOException {
        if (part.whole() && !response.isCommitted()) {
            response.setContentLength(part.size());
        }
        sent.addAndGet(part.size());
        for (byte[] piece : part.pieces()) {
            response.getOutputStream().write(piece);
        }
    }

    /** How many bytes were written. */
    long sent() {
        return sent.get();
    }
}
