package dev.kida.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One page of a headless Chromium, driven over its DevTools protocol: as much of it as the tests need. */
final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> calls;
    private final AtomicInteger lastCall = new AtomicInteger();

    private Chromium(Process process, Path profile, WebSocket socket, Map<Integer, CompletableFuture<JsonNode>> calls) {
        this.process = process;
        this.profile = profile;
        this.socket = socket;
        this.calls = calls;
    }

    /** Where the browser is installed: {@code $CHROMIUM}, or one of the usual places. */
    static Optional<Path> installed() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * @param more further arguments for the browser
     */
    static Chromium start(Path executable, String... more) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("chromium-profile");
        List<String> command = new ArrayList<>(List.of(
                executable.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--window-size=1100,1040",
                "--user-data-dir=" + profile));
        command.addAll(List.of(more));
        command.add("about:blank");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        HttpClient client = HttpClient.newHttpClient();
        String page = pageAddress(client, devToolsPort(process.inputReader()));
        Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(page), new Answers(calls))
                .join();
        return new Chromium(process, profile, socket, calls);
    }

    /** Starts to load a page; returns when the first bytes of it are there. */
    void open(String url) {
        call("Page.navigate", Map.of("url", url));
    }

    /** From now on the pages themselves run no scripts; {@link #evaluate} still does. */
    void forbidScripts() {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** The number before the first point of the browser's version. */
    int version() {
        String product = call("Browser.getVersion", Map.of()).path("product").asString();
        return Integer.parseInt(product.replaceAll("^[^/]*/(\\d+).*$", "$1"));
    }

    /** Waits until a JavaScript condition holds in the page. */
    void waitUntil(String condition) {
        String promise = "new Promise(done => { const look = () => (" + condition
                + ") ? done(true) : setTimeout(look, 10); look(); })";
        call("Runtime.evaluate", Map.of("expression", promise, "awaitPromise", true));
    }

    /** The value of a JavaScript expression in the page, as text. */
    String evaluate(String expression) {
        JsonNode answer = call("Runtime.evaluate", Map.of("expression", "String(" + expression + ")"));
        return answer.path("result").path("value").asString();
    }

    /** What the page looks like now, as PNG. */
    byte[] screenshot() {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", Map.of("format", "png"))
                        .path("data")
                        .asString());
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        int id = lastCall.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        calls.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true);
        JsonNode message =
                answer.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        if (message.has("error")) {
            throw new AssertionError(method + ": " + message.get("error"));
        }
        return message.path("result");
    }

    /** Chromium says on its error output where it can be reached; what follows is read away so that it never blocks. */
    private static int devToolsPort(BufferedReader output) throws IOException {
        String line;
        while ((line = output.readLine()) != null) {
            if (line.startsWith("DevTools listening on ")) {
                int port = URI.create(line.substring(line.indexOf("ws://"))).getPort();
                Thread drain = new Thread(() -> output.lines().forEach(ignored -> {}), "chromium-output");
                drain.setDaemon(true);
                drain.start();
                return port;
            }
        }
        throw new IOException("Chromium ended before it could be reached");
    }

    private static String pageAddress(HttpClient client, int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String body = client.send(request, BodyHandlers.ofString()).body();
        return JSON.readTree(body).get("webSocketDebuggerUrl").asString();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        socket.abort();
        List<ProcessHandle> helpers = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        for (ProcessHandle helper : helpers) {
            helper.destroyForcibly(); // it would go on writing into the profile
            helper.onExit().join();
        }
        FileSystemUtils.deleteRecursively(profile);
    }

    /** Hands each answer to the call that waits for it. */
    private record Answers(Map<Integer, CompletableFuture<JsonNode>> calls, StringBuilder text)
            implements WebSocket.Listener {

        Answers(Map<Integer, CompletableFuture<JsonNode>> calls) {
            this(calls, new StringBuilder());
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode message = JSON.readTree(text.toString());
                text.setLength(0);
                CompletableFuture<JsonNode> call =
                        calls.remove(message.path("id").asInt(-1));
                if (call != null) {
                    call.complete(message);
                }
            }
            socket.request(1);
            return null;
        }
    }
}
