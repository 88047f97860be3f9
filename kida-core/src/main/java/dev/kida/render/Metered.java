package dev.kida.render;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A sink that is somebody else's, and tells a render's watchers what goes there. */
final class Metered {

    private @Nullable Watching watching;

    void watching(@Nullable Watching watchers) {
        watching = watchers;
    }

    private void passed(long size) {
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
            passed(1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            sink.write(bytes, offset, length);
            passed(length);
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
            passed(text == null ? 0 : text.length());
            return this;
        }

        @Override
        public Appendable append(@Nullable CharSequence text, int start, int end) throws IOException {
            sink.append(text, start, end);
            passed(end - start);
            return this;
        }

        @Override
        public Appendable append(char c) throws IOException {
            sink.append(c);
            passed(1);
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
