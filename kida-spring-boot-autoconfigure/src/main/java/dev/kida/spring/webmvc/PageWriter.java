package dev.kida.spring.webmvc;

import dev.kida.render.Chunk;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the chunks of one page to a response. */
final class PageWriter {

    private final HttpServletResponse response;

    private boolean begun;
    private final AtomicLong sent = new AtomicLong();

    PageWriter(HttpServletResponse response) {
        this.response = response;
    }

    void write(Chunk chunk) throws IOException {
        if (!begun && chunk.last() && !response.isCommitted()) {
            response.setContentLength(chunk.bytes().length);
        }
        begun = true;
        sent.addAndGet(chunk.bytes().length);
        response.getOutputStream().write(chunk.bytes());
        if (chunk.flush() && !chunk.last()) {
            response.flushBuffer();
        }
    }

    /** How many bytes were written. */
    long sent() {
        return sent.get();
    }
}
