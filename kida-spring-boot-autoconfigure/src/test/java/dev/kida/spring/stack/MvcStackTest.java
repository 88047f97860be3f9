package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.stack.MvcConfiguration.Completions;
import dev.kida.spring.stack.PageClient.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What holds on Spring MVC only, whatever its threads are. */
abstract class MvcStackTest extends StackPagesTest {

    @Override
    WebApplicationType type() {
        return WebApplicationType.SERVLET;
    }

    @Override
    List<Class<?>> configuration() {
        return List.of(MvcConfiguration.class, MvcFragments.class, Completions.class);
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
