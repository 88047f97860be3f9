package dev.kida.spring.stack;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** As filters have it that were written without a thought of write listeners. */
final class OwnStream extends HttpServletResponseWrapper {

    private final boolean throwing;

    OwnStream(HttpServletResponse response, boolean throwing) {
        super(response);
        this.throwing = throwing;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream out = super.getOutputStream();
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return false;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                if (throwing) {
                    throw new UnsupportedOperationException("write listener");
                }
            }

            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        };
    }
}
