package dev.kida.spring.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kida.KidaEngine;
import dev.kida.spring.stack.PageClient.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What holds on every stack, against real servers and through real sockets. The order of bytes is controlled by the sources
 * and never by time: a source gives its item after the client has seen what has to come before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class StackTest {

    private static final AtomicInteger TEMPLATES = new AtomicInteger();

    private ConfigurableApplicationContext context;
    private PageClient client;

    abstract WebApplicationType type();

    /** The server to run on; the others of the class path are switched off. */
    abstract Server server();

    /** More properties of the application. */
    List<String> properties() {
        return List.of();
    }

    /** More configuration of the application. */
    List<Class<?>> configuration() {
        return List.of();
    }

    @BeforeAll
    void start() {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(StackApplication.class)
                .sources(configuration().toArray(Class<?>[]::new))
                .web(type())
                // Threads that all servers of this JVM share have the class loader of a Tomcat that is stopped by now.
                .resourceLoader(new DefaultResourceLoader(getClass().getClassLoader()))
                .properties("server.port=0", "spring.main.banner-mode=off", "logging.level.root=off")
                .properties("logging.level.dev.kida=warn", "spring.autoconfigure.exclude=" + server().others())
                .properties(
                        "kida.localized-views=true",
                        "kida.excluded-view-names=other/excluded*",
                        "kida.csp.policy=script-src 'nonce-{nonce}'",
                        "spring.web.resources.chain.strategy.content.enabled=true")
                .properties(properties().toArray(String[]::new));
        context = builder.run();
        client = new PageClient(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    void stop() {
        if (context != null) {
            context.close();
        }
    }

    @Test
    void aPlainPageHasALengthAndIsUtf8() throws Exception {
        try (Page page = showAgain("<p>{{ name }}</p>", Map.of("name", "Zoë & Łukasz"))) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.readAll()).isEqualTo("<p>Zoë &amp; Łukasz</p>");
            assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(page.header("Content-Length")).isEqualTo("25");
        }
    }

    @Test
    void aPageWhoseSourcesAreReadyHasALength() throws Exception {
        try (Page page = showAgain(
                "<h1>{{ title }}</h1>{% for row in rows %}<li>{{ row }}</li>{% end %}",
                Map.of("title", Mono.just("Rows"), "rows", Flux.just("a", "b")))) {
            assertThat(page.readAll()).isEqualTo("<h1>Rows</h1><li>a</li><li>b</li>");
            assertThat(page.header("Content-Length")).isEqualTo("33");
        }
    }

    @Test
    void anEmptyPageIsEmpty() throws Exception {
        try (Page page = showAgain("", Map.of())) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.readAll()).isEmpty();
            assertThat(page.header("Content-Length")).isEqualTo("0");
        }
    }

    @Test
    void theHeadOfThePageArrivesBeforeTheSourceHasProducedAnything() throws Exception {
        Sinks.One<String> name = Sinks.one();
        try (Page page = show("<head></head><p>{{ name }}</p>", Map.of("name", name.asMono()))) {
            assertThat(page.readUntil("<p>")).isEqualTo("<head></head><p>");
            assertThat(page.header("Content-Length")).isNull();

            name.tryEmitValue("late").orThrow();
            assertThat(page.readAll()).isEqualTo("<head></head><p>late</p>");
        }
    }

    @Test
    void eachRowArrivesBeforeTheNextIsProduced() throws Exception {
        Sinks.Many<Integer> rows = Sinks.many().unicast().onBackpressureBuffer();
        try (Page page =
                show("<ul>{% for row in rows %}<li>{{ row }}</li>{% end %}</ul>", Map.of("rows", rows.asFlux()))) {
            assertThat(page.readUntil("<ul>")).isEqualTo("<ul>");
            for (int i = 0; i < 3; i++) {
                rows.tryEmitNext(i).orThrow();
                assertThat(page.readUntil("<li>" + i + "</li>")).endsWith("<li>" + i + "</li>");
            }
            rows.tryEmitComplete().orThrow();
            assertThat(page.readAll()).isEqualTo("<ul><li>0</li><li>1</li><li>2</li></ul>");
        }
    }

    @Test
    void sourcesStartTogetherAndMayCompleteInAnyOrder() throws Exception {
        CountDownLatch subscribed = new CountDownLatch(3);
        List<Sinks.One<String>> sinks = List.of(Sinks.one(), Sinks.one(), Sinks.one());
        Map<String, Object> model = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            model.put("s" + i, sinks.get(i).asMono().doOnSubscribe(s -> subscribed.countDown()));
        }
        try (Page page = show("<b>{{ s0 }}</b><i>{{ s1 }}</i><u>{{ s2 }}</u>", model)) {
            await(subscribed);
            for (int i = 2; i >= 0; i--) {
                sinks.get(i).tryEmitValue("v" + i).orThrow();
            }
            assertThat(page.readAll()).isEqualTo("<b>v0</b><i>v1</i><u>v2</u>");
        }
    }

    @Test
    void theStreamedBytesAreThoseOfTheBufferedRender() throws Exception {
        List<String> rows = List.of("é", "<b>", "日本", "😀");
        String template = "<h1>{{ title }}</h1>{% for row in rows %}<li>{{ row }}</li>{% end %}<p>{{ title }}</p>";
        Sinks.One<String> title = Sinks.one();
        Sinks.Many<String> items = Sinks.many().unicast().onBackpressureBuffer();
        String view = template(template);
        try (Page page = show(scene(view, Map.of("title", title.asMono(), "rows", items.asFlux())))) {
            page.readUntil("<h1>");
            title.tryEmitValue("Größe").orThrow();
            page.readUntil("</h1>");
            for (String row : rows) {
                items.tryEmitNext(row).orThrow();
            }
            items.tryEmitComplete().orThrow();

            String buffered =
                    context.getBean(KidaEngine.class).render(view + ".html", Map.of("title", "Größe", "rows", rows));
            assertThat(page.readAll()).isEqualTo(buffered);
        }
    }

    @Test
    void aClientThatGoesAwayCancelsEverySource() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(2);
        Flux<String> endless =
                Flux.<String>generate(sink -> sink.next("x".repeat(1000))).doOnCancel(cancelled::countDown);
        Mono<String> never = Mono.<String>never().doOnCancel(cancelled::countDown);

        Page page = show(
                "<ul>{% for row in rows %}<li>{{ row }}</li>{% end %}{{ last }}",
                Map.of("rows", endless, "last", never));
        page.readUntil("<li>");
        page.close();

        await(cancelled);
    }

    @Test
    void aFailureBeforeTheFirstByteIsAnErrorPage() throws Exception {
        try (Page page = show("{{ name }}", Map.of("name", Mono.error(new IllegalStateException("secret reason"))))) {
            assertThat(page.status()).isEqualTo(500);
            assertThat(page.readAll())
                    .contains("<h1>500 Internal Server Error</h1>")
                    .doesNotContain("secret reason");
        }
    }

    @Test
    void aLaterFailureBeforeTheFirstByteIsAnErrorPage() throws Exception {
        Sinks.One<String> name = Sinks.one();
        CountDownLatch subscribed = new CountDownLatch(1);
        CompletableFuture<Page> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return show("{{ name }}", Map.of("name", name.asMono().doOnSubscribe(s -> subscribed.countDown())));
            } catch (Exception ex) {
                throw new IllegalStateException(ex);
            }
        });
        await(subscribed);
        name.tryEmitError(new IllegalStateException("secret reason")).orThrow();

        try (Page page = answer.get()) {
            assertThat(page.status()).isEqualTo(500);
            assertThat(page.readAll())
                    .contains("<h1>500 Internal Server Error</h1>")
                    .doesNotContain("secret reason");
        }
    }

    @Test
    void aFailureAfterTheFirstByteCutsOffAndIsLoggedOnce(CapturedOutput output) throws Exception {
        Sinks.One<String> name = Sinks.one();
        String view = template("<head></head>{{ name }}<footer>");
        try (Page page = show(scene(view, Map.of("name", name.asMono())))) {
            page.readUntil("</head>");
            name.tryEmitError(new IllegalStateException("reason of " + view)).orThrow();

            assertThatExceptionOfType(IOException.class).isThrownBy(page::readAll);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.received()).isEqualTo("<head></head>");
        }
        assertThat(output.getAll().split("View '" + view + "' failed", -1)).hasSize(2);
        assertThat(output).contains("java.lang.IllegalStateException: reason of " + view);
        assertStillServes();
    }

    /** Whatever the server is about when the page fails. */
    @Test
    void aFailureInTheMiddleEndsTheResponseForItsReader() throws Exception {
        String view = template("{% for row in rows %}<p>{{ row }} {{ padding }}</p>{% end %}");
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            int last = 1 + i * 2;
            Flux<Long> rows = Flux.interval(Duration.ofMillis(1))
                    .onBackpressureBuffer()
                    .handle((row, sink) -> {
                        if (row == last) {
                            sink.error(new IllegalStateException("in the middle"));
                        } else {
                            sink.next(row);
                        }
                    });
            String id = scene(view, Map.of("rows", rows, "padding", "x".repeat(i * 500)));
            answers.add(CompletableFuture.supplyAsync(() -> readSlowly("/scene/" + id)));
        }

        for (CompletableFuture<String> answer : answers) {
            String received = answer.get(60, TimeUnit.SECONDS);
            assertThat(received)
                    .satisfiesAnyOf(
                            begun ->
                                    assertThat(begun).startsWith("HTTP/1.1 200").doesNotEndWith("0\r\n\r\n"),
                            notBegun -> assertThat(notBegun).startsWith("HTTP/1.1 500"));
        }
    }

    private String readSlowly(String path) {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.setSoTimeout(20_000);
            socket.connect(new InetSocketAddress("localhost", client.port()));
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(US_ASCII));
            return readToTheEnd(socket.getInputStream());
        } catch (IOException ex) {
            throw new IllegalStateException(path, ex);
        }
    }

    private static String readToTheEnd(InputStream in) throws SocketTimeoutException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try {
            in.transferTo(received);
        } catch (SocketTimeoutException stuck) {
            throw stuck;
        } catch (IOException reset) {
            // an end like any other
        }
        return received.toString(US_ASCII);
    }

    @Test
    void aTemplateThatDoesNotCompileIsAnErrorPage() throws Exception {
        try (Page page = show("{% bad %}", Map.of())) {
            assertThat(page.status()).isEqualTo(500);
            assertThat(page.readAll()).contains("<h1>500");
        }
        assertStillServes();
    }

    /** Reactor does not tell a subscriber of such an error: its request would wait for ever. */
    @Test
    void anErrorOfTheJvmEndsTheRequestWithAnErrorPage() throws Exception {
        List<Error> errors = List.of(
                new NoClassDefFoundError("secret/reason"),
                new StackOverflowError("secret"),
                new OutOfMemoryError("secret"));
        for (int i = 0; i < errors.size(); i++) {
            bean(TestTemplates.class).put("unloadable" + i + ".html", errors.get(i));

            try (Page page = show(scene("unloadable" + i, Map.of()))) {
                assertThat(page.status()).isEqualTo(500);
                assertThat(page.readAll()).contains("<h1>500").doesNotContain("secret");
            }
        }
        assertStillServes();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../../../../../etc/passwd",
                "/etc/passwd",
                "..%2f..%2fetc/passwd",
                "file:/etc/passwd",
                "${7919*7919}",
                "__${7919*7919}__::x",
                "{{7919*7919}}",
                "hello::p",
                "hello\r\nSet-Cookie: a=b",
                "a\u0000b",
                "nothing"
            })
    void aNameThatIsNoTemplateIsAnErrorAndNothingElse(String name) throws Exception {
        try (Page page = show(scene(name, Map.of()))) {
            assertThat(page.status()).isGreaterThanOrEqualTo(400);
            assertThat(page.readAll()).doesNotContain("root:").doesNotContain("62710561");
            assertThat(page.header("Set-Cookie")).isNull();
        }
        assertStillServes();
    }

    @Test
    void otherResolversGetTheirTurn() throws Exception {
        try (Page page = show(scene("other/view", Map.of()))) {
            assertThat(page.readAll()).isEqualTo("from another resolver");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other/excluded", "other/excluded#block"})
    void otherResolversGetExcludedNamesAlthoughThereIsATemplate(String name) throws Exception {
        bean(TestTemplates.class).put("other/excluded.html", "{% block block %}from Kida{% end %}");

        try (Page page = show(scene(name, Map.of()))) {
            assertThat(page.readAll()).isEqualTo("from another resolver");
        }
    }

    @Test
    void templatesOfTheClassPathAreThere() throws Exception {
        try (Page page = show(scene("hello", Map.of("name", Mono.just("you"))))) {
            assertThat(page.readAll()).startsWith("<p>from the class path: you</p>");
        }
    }

    @Test
    void aLongSequenceStreams() throws Exception {
        int rows = 100_000;
        try (Page page =
                show("{% for row in rows %}<li>{{ row }}</li>{% end %}.", Map.of("rows", Flux.range(0, rows)))) {
            String all = page.readAll();
            assertThat(all).endsWith("<li>" + (rows - 1) + "</li>.").startsWith("<li>0</li><li>1</li>");
            assertThat(all.split("<li>")).hasSize(rows + 1);
        }
    }

    @Test
    void redirectsWork() throws Exception {
        try (Page page = show(scene("redirect:/elsewhere", Map.of()))) {
            assertThat(page.status()).isIn(302, 303);
            assertThat(page.header("Location")).endsWith("/elsewhere");
        }
    }

    @Test
    void aHeadRequestAsksNoSource() throws Exception {
        AtomicInteger subscriptions = new AtomicInteger();
        Mono<String> name = Mono.just("x").doOnSubscribe(s -> subscriptions.incrementAndGet());
        String id = scene(template("{{ name }}"), Map.of("name", name));

        try (Page page = client.send("HEAD", "/scene/" + id)) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(page.header("Content-Security-Policy")).startsWith("script-src 'nonce-");
        }
        assertThat(subscriptions).hasValue(0);
    }

    @Test
    void aSourceThatTheTemplateDoesNotUseIsNotAsked() throws Exception {
        AtomicInteger subscriptions = new AtomicInteger();
        Mono<String> unused = Mono.just("x").doOnSubscribe(s -> subscriptions.incrementAndGet());

        try (Page page = show("{{ name }}", Map.of("name", Mono.just("y"), "unused", unused))) {
            assertThat(page.readAll()).isEqualTo("y");
        }
        assertThat(subscriptions).hasValue(0);
    }

    @Test
    void theContentTypeThatTheHandlerProducesIsHonoured() throws Exception {
        String id = scene(template("{{ name }}"), Map.of("name", "x"));
        try (Page page = client.get("/plain/" + id)) {
            assertThat(page.readAll()).isEqualTo("x");
            assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        }
    }

    @Test
    void aControllerThatIsAsynchronousItselfStreamsAsWell() throws Exception {
        Sinks.One<String> name = Sinks.one();
        String id = scene(template("<head></head>{{ name }}"), Map.of("name", name.asMono()));
        try (Page page = client.get("/later/" + id)) {
            page.readUntil("</head>");
            name.tryEmitValue("late").orThrow();
            assertThat(page.readAll()).isEqualTo("<head></head>late");
        }
    }

    @Test
    void aFunctionalEndpointStreamsAsWell() throws Exception {
        Sinks.One<String> name = Sinks.one();
        String id = scene(template("<head></head>{{ name }}"), Map.of("name", name.asMono()));
        try (Page page = client.get("/function/" + id)) {
            page.readUntil("</head>");
            name.tryEmitValue("late").orThrow();
            assertThat(page.readAll()).isEqualTo("<head></head>late");
        }
    }

    @Test
    void fragmentsFollowOneAnother() throws Exception {
        Sinks.One<String> a = Sinks.one();
        Sinks.One<String> b = Sinks.one();
        String first = scene(template("<i>{{ a }}</i><i>{{ b }}</i>"), Map.of("a", a.asMono(), "b", b.asMono()));
        String second = scene(template("<p>{{ c }}</p>"), Map.of("c", "ready"));

        a.tryEmitValue("one").orThrow();
        CompletableFuture.runAsync(() -> b.tryEmitValue("two").orThrow());
        try (Page page = client.get("/fragments?id=" + first + "&id=" + second)) {
            assertThat(page.readAll()).isEqualTo("<i>one</i><i>two</i><p>ready</p>");
            assertThat(page.header("Content-Length")).isNull();
        }
    }

    @Test
    void aFunctionalEndpointThatFailsIsAnErrorPage() throws Exception {
        String id = scene(
                template("{{ name }}"),
                Map.of("name", Mono.delay(Duration.ofMillis(1)).then(Mono.error(new IllegalStateException("x")))));
        try (Page page = client.get("/function/" + id)) {
            assertThat(page.status()).isEqualTo(500);
        }
    }

    final Page show(String template, Map<String, ?> model) throws Exception {
        return show(scene(template(template), model));
    }

    /** When the template is compiled: on Netty the thread that compiles it is not that of the connection. */
    final Page showAgain(String template, Map<String, ?> model) throws Exception {
        return showAgain(scene(template(template), model));
    }

    final Page showAgain(String id) throws Exception {
        try (Page first = show(id)) {
            first.readAll();
        }
        return show(id);
    }

    final Page show(String id) throws Exception {
        return client.get("/scene/" + id);
    }

    final String scene(String view, Map<String, ?> model) {
        return context.getBean(Scenes.class).add(view, model);
    }

    /** Adds a template; the name of its view. */
    final String template(String text) {
        String view = "t" + TEMPLATES.incrementAndGet();
        context.getBean(TestTemplates.class).put(view + ".html", text);
        return view;
    }

    final PageClient client() {
        return client;
    }

    final ApplicationContext context() {
        return context;
    }

    final <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private void assertStillServes() throws Exception {
        try (Page page = show("{{ name }}", Map.of("name", "alive"))) {
            assertThat(page.readAll()).isEqualTo("alive");
        }
    }

    static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    }
}
