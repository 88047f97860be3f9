package dev.kida.spring.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * A client that goes away at some moment: in its request, after it, in the page; with a regular end or with a reset; at once,
 * or after it has stopped reading for as long as the others of its wave are busy.
 */
final class RestlessClient {

    private final int port;
    private final Random random;

    RestlessClient(int port, long seed) {
        this.port = port;
        this.random = new Random(seed);
    }

    /**
     * Visits a page and leaves it.
     *
     * @param busy counted down when this client has read what it reads
     */
    void visit(String path, CountDownLatch busy) throws InterruptedException {
        boolean waits = random.nextInt(4) == 0;
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(20_000);
            socket.setReceiveBufferSize(random.nextBoolean() ? 4_096 : 65_536);
            socket.setTcpNoDelay(true);
            boolean reset = random.nextBoolean();
            socket.connect(new InetSocketAddress("localhost", port));
            if (request(socket, path)) {
                read(socket.getInputStream(), length());
            }
            busy.countDown();
            if (waits) {
                busy.await();
            }
            if (reset) {
                socket.setSoLinger(true, 0);
            }
        } catch (SocketException ex) {
            // The server was first.
            busy.countDown();
        } catch (IOException ex) {
            throw new AssertionError(path, ex);
        }
    }

    /** Sends the request, or a part of it; whether there is an answer to read. */
    private boolean request(Socket socket, String path) throws IOException {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Accept: text/html, text/event-stream\r\n\r\n")
                .getBytes(US_ASCII);
        int length = random.nextInt(10) == 0 ? random.nextInt(request.length) : request.length;
        socket.getOutputStream().write(request, 0, length);
        socket.getOutputStream().flush();
        if (length == request.length && random.nextInt(10) == 0) {
            socket.shutdownOutput();
            return false;
        }
        return length == request.length;
    }

    /** Mostly in the first parts of the page, at times far behind them, at times before anything has come. */
    private int length() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(200);
            case 2 -> random.nextInt(4_000);
            default -> random.nextInt(50_000);
        };
    }

    private void read(InputStream in, int length) throws IOException {
        byte[] buffer = new byte[1 + random.nextInt(2_000)];
        int left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, Math.min(left, buffer.length));
            if (count < 0) {
                return;
            }
            left -= count;
        }
    }
}
