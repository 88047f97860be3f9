package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import dev.kida.render.RenderOutcome;
import dev.kida.spring.ServerThreads;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;
import reactor.core.publisher.Flux;

/**
 * Hundreds of clients that go away at random moments: nothing of them stays, and nobody complains. {@code
 * -Dkida.disconnects.clients} sets how many clients a server has, {@code -Dkida.disconnects.seed} repeats a run, and
 * {@code -Dkida.disconnects.only} names the one setting to run.
 *
 * <p>Two complaints of Tomcat are its own, and let pass in the one run each that they may come in: it rarely completes a request
 * of WebFlux twice, or forgets it when Spring completes it while Tomcat sees to the error; and it forgets a request of Spring
 * MVC whose reader is found to be gone before its thread has returned, which happens with events, because Spring begins to write
 * them on that thread. Nothing of a page is left then, either.
 */
class DisconnectsTest {

    private static final int CLIENTS = Integer.getInteger("kida.disconnects.clients", 96);
    private static final long SEED = Long.getLong("kida.disconnects.seed", System.nanoTime());
    private static final String ONLY = System.getProperty("kida.disconnects.only");
    private static final int WAVE = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> PAGES = List.of(
            "{% for row in fast %}<p>{{ row }} {{ padding }}</p>{% end %}",
            "<h1>{{ ready }}</h1>{% for row in ticks %}<p>{{ row }} {{ padding }}</p>{% end %}",
            "<h1>{{ late }}</h1>{% for row in ticks %}{% try %}<p>{{ row }} {{ padding }}</p>{% fallback %}-{% end"
                    + " %}{% flush %}{% end %}",
            "<body>{{ ready }}{% defer %}<i>{{ late }}</i>{% loading %}…{% end %}"
                    + "{% defer %}{% for row in ticks %}{{ row }}{% end %}{% loading %}…{% end %}"
                    + "{% for row in fast %}<p>{{ padding }}</p>{% end %}</body>",
            "{% for i in range(300) %}<p>{{ padding }}</p>{% end %}",
            "<p>{{ ready }}</p>{{ padding }}");

    private static ResourceLeakDetector.Level before;

    @BeforeAll
    static void watchEveryBuffer() {
        before = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    }

    @AfterAll
    static void watchAsBefore() {
        ResourceLeakDetector.setLevel(before);
    }

    /** What clients visit, and which complaint of the server is none of ours. */
    private enum Visits {
        PAGES_AND_EVENTS(null),
        PAGES(null),
        ON_WEBFLUX_ON_TOMCAT("Calling [asyncComplete()] is not valid for a request with Async state"),
        EVENTS_ON_MVC_ON_TOMCAT("Encountered a non-recycled request");

        private final @Nullable String pardoned;

        Visits(@Nullable String pardoned) {
            this.pardoned = pardoned;
        }

        boolean pardons(ILoggingEvent event) {
            return pardoned != null
                    && event.getLoggerName().startsWith("org.apache.")
                    && describe(event).contains(pardoned);
        }
    }

    private record Run(Setting setting, Visits visits) {}

    static Stream<Run> runs() {
        return Stream.of(Setting.values())
                .filter(setting -> ONLY == null || ONLY.equals(setting.name()))
                .flatMap(DisconnectsTest::runs);
    }

    private static Stream<Run> runs(Setting setting) {
        if (setting.isTomcatMvc()) {
            return Stream.of(new Run(setting, Visits.PAGES), new Run(setting, Visits.EVENTS_ON_MVC_ON_TOMCAT));
        }
        return Stream.of(new Run(
                setting, setting == Setting.TOMCAT_WEBFLUX ? Visits.ON_WEBFLUX_ON_TOMCAT : Visits.PAGES_AND_EVENTS));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void nothingStaysOfClientsThatGoAway(Run visited) throws Exception {
        Setting setting = visited.setting();
        assumeTrue(setting.isPossible());
        Complaints complaints = new Complaints(visited.visits());
        try (ConfigurableApplicationContext context = start(setting)) {
            complaints.listen();
            ServerThreads.takeBlocked();
            CountedSources sources = context.getBean(CountedSources.class);
            CountedRenders renders = context.getBean(CountedRenders.class);
            visit(
                    context.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
                    paths(context, visited.visits()));

            String run = visited + ", seed " + SEED;
            await(run).atMost(PATIENCE).untilAsserted(() -> assertThat(List.of(sources.open(), renders.open()))
                    .as("sources and renders that are still there")
                    .containsOnly(0L));
            if (setting == Setting.NETTY) {
                complaints.awaitLeaks();
            }
            assertThat(complaints.all()).as(run).isEmpty();
            assertThat(ServerThreads.takeBlocked()).as(run).isEmpty();
            assertThat(sources.started()).as(run).isGreaterThan(CLIENTS / 2);
            assertThat(renders.ended(RenderOutcome.CANCELLED)).as(run).isPositive();
            assertThat(renders.ended(RenderOutcome.ERROR)).as(run).isZero();
            context.close();
            if (visited.visits().pardoned == null) {
                assertThat(complaints.stillActive).as(run).isFalse();
            }
        } finally {
            complaints.stop();
        }
    }

    private static ConfigurableApplicationContext start(Setting setting) {
        List<Class<?>> sources = new ArrayList<>(List.of(StackApplication.class, Counting.class));
        sources.addAll(
                setting.type() == WebApplicationType.REACTIVE
                        ? List.of(WebFluxConfiguration.class, WebFluxFragments.class)
                        : List.of(MvcConfiguration.class, MvcFragments.class, MvcConfiguration.Completions.class));
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(setting.type())
                .resourceLoader(new DefaultResourceLoader(DisconnectsTest.class.getClassLoader()))
                .properties(setting.properties())
                .properties("spring.lifecycle.timeout-per-shutdown-phase=10s")
                .run();
    }

    /** What clients ask for: every page alone, several in one response, and as events without end. */
    private static List<String> paths(ConfigurableApplicationContext context, Visits visits) {
        TestTemplates templates = context.getBean(TestTemplates.class);
        Scenes scenes = context.getBean(Scenes.class);
        CountedSources sources = context.getBean(CountedSources.class);
        List<String> paths = new ArrayList<>();
        List<String> finite = new ArrayList<>();
        for (int i = 0; i < PAGES.size(); i++) {
            templates.put("restless" + i + ".html", PAGES.get(i));
            String id = scenes.add("restless" + i, sources.model());
            paths.add("/scene/" + id);
            if (i >= PAGES.size() - 2) {
                finite.add(id);
            }
        }
        paths.add("/fragments?id=" + finite.get(0) + "&id=" + finite.get(1) + "&id=" + finite.get(0));
        Flux<String> events =
                Flux.interval(Duration.ofMillis(3)).onBackpressureDrop().map(i -> finite.get(1));
        // The handler's own sequence is not counted: WebFlux does not always cancel it when the connection is gone by
        // the time of the first event.
        if (visits != Visits.PAGES) {
            paths.add("/events/" + scenes.add("", Map.of("ids", events)));
        }
        return paths;
    }

    /** In waves, so that there are clients which hold their connection without reading. */
    private static void visit(int port, List<String> paths) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WAVE);
        try {
            for (int first = 0; first < CLIENTS; first += WAVE) {
                CountDownLatch busy = new CountDownLatch(WAVE);
                List<Future<?>> visits = new ArrayList<>();
                for (int i = first; i < first + WAVE; i++) {
                    RestlessClient client = new RestlessClient(port, SEED + i);
                    String path = paths.get(i % paths.size());
                    visits.add(threads.submit(() -> {
                        client.visit(path, busy);
                        return null;
                    }));
                }
                for (Future<?> visit : visits) {
                    visit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** What was logged, with the first frames of the failure and its causes. */
    private static String describe(ILoggingEvent event) {
        StringBuilder text = new StringBuilder(event.toString());
        for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
            text.append('\n').append(at.getClassName()).append(": ").append(at.getMessage());
            for (int i = 0; i < Math.min(12, at.getStackTraceElementProxyArray().length); i++) {
                text.append("\n  ").append(at.getStackTraceElementProxyArray()[i]);
            }
        }
        return text.toString();
    }

    @Configuration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        CountedSources countedSources() {
            return new CountedSources();
        }

        @Bean
        CountedRenders countedRenders() {
            return new CountedRenders();
        }
    }

    /** What is logged above DEBUG with a stack trace, and everything that Netty's leak detector says. */
    private static final class Complaints extends AppenderBase<ILoggingEvent> {

        private static final String CANARY = "leaked on purpose";

        private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
        private final Visits visits;
        private volatile boolean canary;

        /** Whether the server waited in vain for the end of a request when it was stopped. */
        private volatile boolean stillActive;

        Complaints(Visits visits) {
            this.visits = visits;
        }

        void listen() {
            start();
            root.addAppender(this);
        }

        @Override
        public void stop() {
            root.detachAppender(this);
            super.stop();
        }

        @Override
        protected void append(ILoggingEvent event) {
            stillActive |= event.getFormattedMessage().contains("still active");
            boolean leak = event.getLoggerName().contains("LeakDetector");
            if (leak && event.getFormattedMessage().contains(CANARY)) {
                canary = true;
            } else if (leak || (isStackTrace(event) && !visits.pardons(event))) {
                complaints.add(describe(event));
            }
        }

        private static boolean isStackTrace(ILoggingEvent event) {
            IThrowableProxy failure = event.getThrowableProxy();
            return failure != null && event.getLevel().isGreaterOrEqual(Level.INFO);
        }

        /** Netty reports a leak when the buffer is collected and another one made: so until one leak is reported. */
        void awaitLeaks() {
            leak();
            await().atMost(PATIENCE).until(() -> {
                System.gc();
                PooledByteBufAllocator.DEFAULT.heapBuffer(16).release();
                return canary;
            });
        }

        private static void leak() {
            ByteBuf buffer = PooledByteBufAllocator.DEFAULT.heapBuffer(16);
            buffer.touch(CANARY);
        }

        List<String> all() {
            return List.copyOf(complaints);
        }
    }
}
