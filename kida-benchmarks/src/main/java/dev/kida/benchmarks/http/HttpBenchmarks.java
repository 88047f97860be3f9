package dev.kida.benchmarks.http;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts the pages of all contenders under load, in turns. The servers run at the same time, each in its JVM, and all but one
 * are idle; this process is the client. Prints Markdown.
 */
public final class HttpBenchmarks implements AutoCloseable {

    private static final byte[] PAGE = HttpConnection.request("/page");
    private static final byte[] SLOW = HttpConnection.request("/slow");

    /** How many slow pages are on their way at a time while servers warm up. */
    private static final int SLOW_READERS = 64;

    /** So many pages are asked for while one slow page is. */
    private static final int PAGES_PER_SLOW_PAGE = 100;

    private final Settings settings;
    private final Load load;
    private final Load slowLoad = new Load(SLOW, SLOW_READERS);
    private final Results results = new Results();
    private final Map<Contender, ServerProcess> servers = new EnumMap<>(Contender.class);

    private HttpBenchmarks(Settings settings) {
        this.settings = settings;
        this.load = new Load(PAGE, settings.connections());
    }

    /** Runs everything; see {@link Settings#USAGE}. */
    public static void main(String[] args) throws Exception {
        Settings settings;
        try {
            settings = Settings.of(args);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
            System.err.print(Settings.USAGE);
            System.exit(2);
            return;
        }
        try (HttpBenchmarks benchmarks = new HttpBenchmarks(settings)) {
            for (int fork = 1; fork <= settings.forks(); fork++) {
                System.err.println("JVMs " + fork + " of " + settings.forks());
                benchmarks.fork();
            }
            System.out.println(benchmarks.results.markdown(settings.contenders()));
        }
    }

    private void fork() throws IOException, InterruptedException {
        for (Contender contender : settings.contenders()) {
            servers.put(contender, ServerProcess.start(contender, settings));
        }
        comparePages();
        for (Contender contender : settings.contenders()) {
            warmUp(servers.get(contender));
        }
        for (int round = 0; round < settings.rounds(); round++) {
            for (Contender contender : settings.contenders()) {
                results.add(contender, turn(servers.get(contender)));
            }
        }
        timeSlowPages();
        stop();
    }

    /** Who writes another page is not measured. White space between tags does not count. */
    private void comparePages() throws IOException {
        Map<String, String> pages = new HashMap<>();
        for (Contender contender : settings.contenders()) {
            try (HttpConnection connection =
                    new HttpConnection(servers.get(contender).port())) {
                for (byte[] request : new byte[][] {PAGE, SLOW}) {
                    connection.get(request);
                    String page = connection.page().replaceAll(">\\s+", ">").replaceAll("\\s+<", "<");
                    String first = pages.putIfAbsent(request == PAGE ? "page" : "slow", page);
                    if (first != null && !first.equals(page)) {
                        throw new IllegalStateException(
                                contender + " writes another page:\n" + page + "\n\nnot\n" + first);
                    }
                }
            }
        }
    }

    private void warmUp(ServerProcess server) throws IOException, InterruptedException {
        load.run(server.port(), settings.warmUp(), settings.longest());
        slowLoad.run(server.port(), settings.warmUp() / PAGES_PER_SLOW_PAGE, settings.longest());
    }

    private Results.Turn turn(ServerProcess server) throws IOException, InterruptedException {
        ServerProcess.Used before = server.used();
        long start = System.nanoTime();
        double pages = load.run(server.port(), settings.turn(), settings.longest());
        double seconds = (System.nanoTime() - start) / 1e9;
        ServerProcess.Used after = server.used();
        return new Results.Turn(
                pages / seconds,
                (after.processorNanos() - before.processorNanos()) / 1e3 / pages,
                (after.allocatedBytes() - before.allocatedBytes()) / 1e3 / pages);
    }

    private void timeSlowPages() throws IOException {
        for (int i = 0; i < settings.slowPages(); i++) {
            for (Contender contender : settings.contenders()) {
                try (HttpConnection connection =
                        new HttpConnection(servers.get(contender).port())) {
                    results.add(contender, connection.get(SLOW));
                }
            }
        }
    }

    private void stop() throws IOException {
        for (ServerProcess server : servers.values()) {
            server.close();
        }
        servers.clear();
    }

    @Override
    public void close() throws IOException {
        load.close();
        slowLoad.close();
        stop();
    }
}
