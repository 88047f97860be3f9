package dev.kida.benchmarks.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection that is kept alive, and just enough of HTTP/1.1 to read a page from it: the load generator has to cost
 * little beside the server.
 */
final class HttpConnection implements Closeable {

    private static final int BUFFER = 64 * 1024;
    private static final byte[] ROW = "</tr>\n<tr".getBytes(StandardCharsets.US_ASCII);

    /** When the parts of a page came, in nanoseconds after the request was sent. */
    record Times(long firstByte, long firstRow, long end) {}

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(BUFFER);
    private long sent;
    private long firstByte;
    private long firstRow;

    HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    /** A request as it goes over the wire. */
    static byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends a request and reads the page to its end. */
    Times get(byte[] request) throws IOException {
        body.reset();
        firstByte = 0;
        firstRow = 0;
        sent = System.nanoTime();
        socket.getOutputStream().write(request);
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
        readBody();
        return new Times(firstByte, firstRow, System.nanoTime() - sent);
    }

    /** The page that was read last. */
    String page() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private void readBody() throws IOException {
        int length = -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).trim());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            }
        }
        if (chunked) {
            int size = chunkSize();
            while (size > 0) {
                take(size);
                line();
                size = chunkSize();
            }
            line();
        } else if (length >= 0) {
            take(length);
        } else {
            throw new IOException("A page without a length");
        }
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private void take(int length) throws IOException {
        int left = length;
        while (left > 0) {
            if (position == end) {
                fill();
            }
            int n = Math.min(left, end - position);
            body.write(buffer, position, n);
            position += n;
            left -= n;
            look();
        }
    }

    /** Notes the time when something comes for the first time. */
    private void look() {
        if (firstByte == 0) {
            firstByte = System.nanoTime() - sent;
        }
        if (firstRow == 0 && body.size() < BUFFER && hasRow(body.toByteArray())) {
            firstRow = System.nanoTime() - sent;
        }
    }

    /** Whether there is a row behind the one with the names of the columns. */
    private static boolean hasRow(byte[] content) {
        for (int i = 0; i + ROW.length < content.length; i++) {
            int same = 0;
            while (same < ROW.length && content[i + same] == ROW[same]) {
                same++;
            }
            if (same == ROW.length) {
                return true;
            }
        }
        return false;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = next();
        while (c != '\r') {
            line.append((char) c);
            c = next();
        }
        next();
        return line.toString();
    }

    private int next() throws IOException {
        if (position == end) {
            fill();
        }
        return buffer[position++];
    }

    private void fill() throws IOException {
        end = in.read(buffer);
        position = 0;
        if (end <= 0) {
            throw new EOFException("The server has closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
