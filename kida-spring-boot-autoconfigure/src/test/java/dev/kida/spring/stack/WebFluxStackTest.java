package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.stack.PageClient.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What holds on WebFlux only, on every server. */
abstract class WebFluxStackTest extends StackPagesTest {

    @Override
    WebApplicationType type() {
        return WebApplicationType.REACTIVE;
    }

    @Override
    List<Class<?>> configuration() {
        return List.of(WebFluxConfiguration.class, WebFluxFragments.class);
    }

    @Test
    void theReactorContextOfTheRequestReachesEverySource() throws Exception {
        Mono<String> early = Mono.deferContextual(context -> Mono.just(context.get("user")));
        Flux<String> late = Mono.delay(Duration.ofMillis(1))
                .thenMany(Flux.deferContextual(context -> Flux.just(context.get("user"), "x")));

        try (Page page =
                show("{{ early }}{% for name in late %},{{ name }}{% end %}", Map.of("early", early, "late", late))) {
            assertThat(page.readAll()).isEqualTo("ada,ada,x");
        }
    }

    @Test
    void theReactorContextOfTheRequestReachesTheSourcesOfFragments() throws Exception {
        Mono<String> user = Mono.deferContextual(context -> Mono.just(context.get("user")));
        String id = scene(template("<p>{{ user }}</p>"), Map.of("user", user));

        // Twice: the second time the template is known, and everything happens on the thread of the server.
        for (int i = 0; i < 2; i++) {
            try (Page page = client().get("/fragments?id=" + id + "&id=" + id)) {
                assertThat(page.readAll()).isEqualTo("<p>ada</p><p>ada</p>");
            }
        }
    }

    /** Spring MVC collects such a sequence; it streams events only. */
    @Test
    void aFluxOfFragmentsIsFlushedOneByOne() throws Exception {
        Sinks.Many<String> ids = Sinks.many().unicast().onBackpressureBuffer();
        String view = template("<p>{{ n }}</p>");
        String stream = scene("", Map.of("ids", ids.asFlux()));
        ids.tryEmitNext(scene(view, Map.of("n", Mono.just(0)))).orThrow();

        try (Page page = client().get("/fragment-stream/" + stream)) {
            for (int i = 1; i <= 3; i++) {
                assertThat(page.readUntil("<p>" + (i - 1) + "</p>")).endsWith("<p>" + (i - 1) + "</p>");
                ids.tryEmitNext(scene(view, Map.of("n", Mono.just(i)))).orThrow();
            }
            ids.tryEmitComplete().orThrow();
            assertThat(page.readAll()).isEqualTo("<p>0</p><p>1</p><p>2</p><p>3</p>");
        }
    }

    @Test
    void htmxGetsItsBlockBehindAFilterWithAResponseOfItsOwnToo() throws Exception {
        String id = scene(template("<table>{% block rows %}<tr></tr>{% end %}</table>"), Map.of());

        try (Page page = client().get("/htmx/" + id, "HX-Request", "true", "X-Own-Response", "yes")) {
            assertThat(page.readAll()).isEqualTo("<tr></tr>");
        }
        try (Page page = client().send("HEAD", "/htmx/" + id, "HX-Request", "true")) {
            assertThat(page.headers("Vary").toString()).contains("HX-Request");
        }
    }

    /** On Spring MVC, Boot's resolver of JSPs forwards to what no other resolver takes. */
    @ParameterizedTest
    @ValueSource(strings = {"%24%7B7919*7919%7D", "__%24%7B7919*7919%7D__::x", "%7B%7B7919*7919%7D%7D", "page%23block"})
    void anEncodedPathIsNoExpressionEither(String path) throws Exception {
        String answer = client().raw("/named/" + path);

        assertThat(answer).startsWith("HTTP/1.1 500").doesNotContain("Location:");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n"))).doesNotContain("62710561");
    }
}
