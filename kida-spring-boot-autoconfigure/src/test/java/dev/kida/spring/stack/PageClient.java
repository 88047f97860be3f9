package dev.kida.spring.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** A browser that reads a page byte by byte, as it comes. */
final class PageClient {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    PageClient(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** Returns when the head of the response is there. */
    Page get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    /** Sends headers, given as names and values in turn, besides or instead of the usual ones. */
    Page send(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return new Page(client.send(request.build(), BodyHandlers.ofInputStream()));
    }

    /** Asks for a target as it is written, whatever is wrong with it; the whole answer. */
    String raw(String target) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    static final class Page implements AutoCloseable {

        private final HttpResponse<InputStream> response;
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();

        private Page(HttpResponse<InputStream> response) {
            this.response = response;
        }

        int status() {
            return response.statusCode();
        }

        List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** What comes, as it is on the wire. */
        InputStream body() {
            return response.body();
        }

        /** Blocks until the text has come; what has come so far. Returns all there is if it never comes. */
        String readUntil(String marker) throws IOException {
            while (!received().contains(marker)) {
                int next = response.body().read();
                if (next < 0) {
                    break;
                }
                received.write(next);
            }
            return received();
        }

        String readAll() throws IOException {
            response.body().transferTo(received);
            return received();
        }

        String received() {
            return received.toString(UTF_8);
        }

        /** Closes the connection when the page is not at its end. */
        @Override
        public void close() throws IOException {
            response.body().close();
        }
    }
}
