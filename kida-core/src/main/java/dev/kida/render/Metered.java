package dev.kida.render;

import dev.kida.output.PageSink;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A sink that is somebody else's. Tells a render's watchers what goes there, and what would end the page if it failed. */
final class Metered {

    private final @Nullable PageSink knowing;
    private @Nullable Watching watching;
    private @Nullable StreamEnding ending;
    private boolean passed;

    /**
     * @param sink what the page is written to
     */
    Metered(Object sink) {
        knowing = sink instanceof PageSink own ? own : null;
    }

    void watching(@Nullable Watching watchers) {
        watching = watchers;
    }

    void ending(@Nullable StreamEnding follower) {
        ending = follower;
    }

    /** Whether a part of the page has left. */
    boolean hasBegun() {
        return knowing == null ? passed : knowing.hasBegun();
    }

    private void passed(CharSequence text) {
        if (ending != null) {
            ending.sent(text);
        }
        passed(text.length());
    }

    private void passed(byte[] bytes, int offset, int length) {
        if (ending != null) {
            ending.sent(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }
        passed(length);
    }

    private void passed(long size) {
        passed |= size > 0;
        if (watching != null && size > 0) {
            watching.output(size, false);
        }
    }

    private void flushed() {
        if (watching != null) {
            watching.output(0, true);
        }
    }

    OutputStream bytes(OutputStream sink) {
        return new Bytes(sink);
    }

    Appendable characters(Appendable sink) {
        return new Characters(sink);
    }

    private final class Bytes extends OutputStream {

        private final OutputStream sink;

        Bytes(OutputStream sink) {
            this.sink = sink;
        }

        @Override
        public void write(int b) throws IOException {
            sink.write(b);
            passed(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            sink.write(bytes, offset, length);
            passed(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            sink.flush();
            flushed();
        }
    }

    private final class Characters implements Appendable, Flushable {

        private final Appendable sink;

        Characters(Appendable sink) {
            this.sink = sink;
        }

        @Override
        public Appendable append(@Nullable CharSequence text) throws IOException {
            sink.append(text);
            passed(String.valueOf(text));
            return this;
        }

        @Override
        public Appendable append(@Nullable CharSequence text, int start, int end) throws IOException {
            sink.append(text, start, end);
            passed(String.valueOf(text).subSequence(start, end));
            return this;
        }

        @Override
        public Appendable append(char c) throws IOException {
            sink.append(c);
            passed(String.valueOf(c));
            return this;
        }

        @Override
        public void flush() throws IOException {
            if (sink instanceof Flushable flushable) {
                flushable.flush();
            }
            flushed();
        }
    }
}
