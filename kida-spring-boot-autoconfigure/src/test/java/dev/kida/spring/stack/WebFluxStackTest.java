package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.stack.PageClient.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What holds on WebFlux only, on every server. */
abstract class WebFluxStackTest extends StackTest {

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
}
