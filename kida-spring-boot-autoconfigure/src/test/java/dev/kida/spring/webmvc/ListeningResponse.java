package dev.kida.spring.webmvc;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.mock.web.MockHttpServletResponse;

/** A response that does not block: it takes as many writes and flushes as it has room for, and complains of the next one. */
final class ListeningResponse extends MockHttpServletResponse {

    private final List<String> written = new ArrayList<>();
    private final Stream stream = new Stream();
    private WriteListener listener;
    private int room;
    private boolean told;
    private boolean asked;
    private boolean callsAtOnce;

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    /** What was written and flushed, one by one, and when a listener had been called at once. */
    List<String> written() {
        return written;
    }

    boolean isListenedTo() {
        return listener != null;
    }

    /** Makes room for so many writes and flushes, and says so when somebody waits for it. */
    void makeRoom(int operations) throws IOException {
        room += operations;
        if (listener != null && !told) {
            told = true;
            listener.onWritePossible();
        }
    }

    /** From now on, a listener is called while it is being set, as Tomcat does. */
    void callAtOnce() {
        callsAtOnce = true;
    }

    void fail(Throwable reason) {
        listener.onError(reason);
    }

    private final class Stream extends ServletOutputStream {

        @Override
        public boolean isReady() {
            asked = true;
            told = room > 0;
            return told;
        }

        @Override
        public void setWriteListener(WriteListener given) {
            listener = given;
            if (callsAtOnce) {
                told = true;
                call(given);
                written.add("called");
            }
        }

        private static void call(WriteListener given) {
            try {
                given.onWritePossible();
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }

        @Override
        public void write(int b) {
            throw new AssertionError("byte by byte");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            use();
            written.add(new String(bytes, offset, length, UTF_8));
        }

        @Override
        public void flush() {
            use();
            written.add("flush");
            setCommitted(true);
        }

        private void use() {
            if (listener == null) {
                return;
            }
            if (!asked || room == 0) {
                throw new IllegalStateException("not ready");
            }
            asked = false;
            room--;
        }
    }
}
