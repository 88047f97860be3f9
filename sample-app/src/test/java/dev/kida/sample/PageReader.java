package dev.kida.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a page as its bytes arrive. */
final class PageReader implements AutoCloseable {

    private final InputStream in;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[8192];

    PageReader(InputStream in) {
        this.in = in;
    }

    /** Reads on until the text has arrived, and answers everything that has arrived by then. */
    String until(String text) throws IOException {
        while (!soFar().contains(text)) {
            int count = in.read(buffer);
            if (count < 0) {
                throw new AssertionError("The page ended without '" + text + "':\n" + soFar());
            }
            read.write(buffer, 0, count);
        }
        return soFar();
    }

    /** Reads the rest, and answers the whole page. */
    String toEnd() throws IOException {
        in.transferTo(read);
        return soFar();
    }

    private String soFar() {
        return read.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
