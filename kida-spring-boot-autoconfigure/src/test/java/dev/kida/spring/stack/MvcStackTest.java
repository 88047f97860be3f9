package dev.kida.spring.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.stack.MvcConfiguration.Completions;
import dev.kida.spring.stack.PageClient.Page;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.springframework.boot.WebApplicationType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What holds on Spring MVC only, whatever its threads are. */
abstract class MvcStackTest extends StackPagesTest {

    private static final int COUNT = 8_000;
    private static final String PADDING = "x".repeat(1_000);

    /** More than the buffers of all sockets hold. */
    private static final Flux<Integer> ROWS = Flux.range(0, COUNT);

    @Override
    WebApplicationType type() {
        return WebApplicationType.SERVLET;
    }

    @Override
    List<Class<?>> configuration() {
        return List.of(MvcConfiguration.class, MvcFragments.class, Completions.class);
    }

    /** One thread continues pages: were it held by a reader that does not read, nobody else would get a page. */
    @Override
    List<String> properties() {
        List<String> one = List.of("spring.task.execution.pool.core-size=1");
        return Stream.concat(super.properties().stream(), one.stream()).toList();
    }

    @Test
    void readersThatDoNotReadHoldNoThread() throws Exception {
        String rows = template("{{ name }}{% for row in rows %}<p>{{ row }} {{ padding }}</p>{% end %}");
        List<Sinks.One<String>> names = List.of(Sinks.one(), Sinks.one());
        List<Socket> readers = new ArrayList<>();
        try {
            for (Sinks.One<String> name : names) {
                readers.add(reader(scene(rows, Map.of("name", name.asMono(), "rows", ROWS, "padding", PADDING))));
                name.tryEmitValue("late").orThrow();
            }
            // Nothing to wait for, but long: the request's own thread.
            readers.add(reader(scene(rows, Map.of("name", Mono.just("late"), "rows", ROWS, "padding", PADDING))));

            Sinks.One<String> other = Sinks.one();
            try (Page page = show("<head></head>{{ name }}", Map.of("name", other.asMono()))) {
                page.readUntil("</head>");
                other.tryEmitValue("x").orThrow();
                assertThat(page.readAll()).isEqualTo("<head></head>x");
            }
            for (Socket reader : readers) {
                assertThat(new String(reader.getInputStream().readAllBytes(), UTF_8))
                        .startsWith("HTTP/1.1 200")
                        .endsWith("\r\n\r\n" + page());
            }
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
    }

    /** In HTTP/1.0, whose responses are not chunked and end with their connection. */
    private Socket reader(String id) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", client().port()));
        socket.getOutputStream().write(("GET /scene/" + id + " HTTP/1.0\r\n\r\n").getBytes(UTF_8));
        return socket;
    }

    private static String page() {
        return IntStream.range(0, COUNT)
                .mapToObj(row -> "<p>" + row + " " + PADDING + "</p>")
                .collect(Collectors.joining("", "late", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "ignores"})
    void aFilterWhoseStreamCannotBeListenedToGetsThePageToo(String how) throws Exception {
        Sinks.One<String> name = Sinks.one();
        String id = scene(template("<head></head>{{ name }}<footer>"), Map.of("name", name.asMono()));

        try (Page page = client().get("/scene/" + id, "X-Stream", how)) {
            page.readUntil("</head>");
            name.tryEmitValue("x").orThrow();
            assertThat(page.readAll()).isEqualTo("<head></head>x<footer>");
        }
    }

    @Test
    void interceptorsSeeEachPageCompleteOnce() throws Exception {
        Sinks.One<String> name = Sinks.one();
        String id = scene(template("<head></head>{{ name }}"), Map.of("name", name.asMono()));

        try (Page page = show(id)) {
            page.readUntil("</head>");
            name.tryEmitValue("x").orThrow();
            page.readAll();
        }

        completion("/scene/" + id);
        String other = scene(template("-"), Map.of());
        try (Page page = show(other)) {
            page.readAll();
        }
        assertThat(completion("/scene/" + other)).doesNotContain("/scene/" + id);
    }

    /** Waits for the completion of a request; those that came before it, which may be of earlier tests. */
    private List<String> completion(String path) throws InterruptedException {
        List<String> before = new ArrayList<>();
        for (String next = bean(Completions.class).paths().take(); !next.equals(path); ) {
            before.add(next);
            next = bean(Completions.class).paths().take();
        }
        return before;
    }

    /** Spring MVC renders them on the thread of the request, and leaves the end to the container as if the client were gone. */
    @Test
    void eventsEndWhenOneFailsThatCameBeforeTheRequestWasAsynchronous() throws Exception {
        String good = scene("hello", Map.of("name", "x"));
        String stream = scene("", Map.of("ids", early(List.of(good, scene("hello#nothing", Map.of())))));

        assertThat(client().raw("/events/" + stream)).startsWith("HTTP/1.1 200").contains("event:row");
    }

    /** Holds the thread of the request until all items have been taken. */
    private static Publisher<String> early(List<String> items) {
        Iterator<String> left = items.iterator();
        CountDownLatch taken = new CountDownLatch(1);
        return subscriber -> {
            subscriber.onSubscribe(new Subscription() {
                @Override
                public void request(long n) {
                    if (left.hasNext()) {
                        subscriber.onNext(left.next());
                    } else {
                        taken.countDown();
                    }
                }

                @Override
                public void cancel() {
                    taken.countDown();
                }
            });
            try {
                assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        };
    }

    @Test
    void aPageWithoutAHandlerThatKnowsAsynchronousRequestsIsRendered() throws Exception {
        bean(TestTemplates.class).put("no-handler.html", "plain");

        try (Page page = client().get("/no-handler")) {
            assertThat(page.readAll()).isEqualTo("plain");
        }
    }

    @Test
    void pathVariablesAreInTheModel() throws Exception {
        String id = scene(template("{{ id }}"), Map.of("x", Mono.just("y")));

        try (Page page = show(id)) {
            assertThat(page.readAll()).isEqualTo(id);
        }
    }

    /** On WebFlux the model itself drops them before a view is asked. */
    @Test
    void nullsInTheModelArePrintedEmpty() throws Exception {
        Map<String, Object> model = new HashMap<>();
        model.put("name", null);
        String id = scene(template("[{{ name }}]"), model);

        try (Page page = client().get("/attributes/" + id)) {
            assertThat(page.readAll()).isEqualTo("[]");
        }
    }
}
