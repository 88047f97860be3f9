package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.ServerThreads;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class NettyTest extends WebFluxStackTest {

    @Override
    Server server() {
        return Server.NETTY;
    }

    /** By what a page reads; a template that is not cold is rendered by the thread of its connection. */
    @Test
    void whatBlocksTheThreadOfAConnectionIsFound() throws Exception {
        String view = template("{{ name }}");
        Mono<Boolean> blocking = Mono.fromCallable(() -> new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS));

        try (PageClient.Page cold = show(scene(view, Map.of("name", "x")))) {
            assertThat(cold.readAll()).isEqualTo("x");
        }
        try (PageClient.Page page = show(scene(view, Map.of("name", blocking)))) {
            assertThat(page.status()).isEqualTo(500);
        }
        assertThat(ServerThreads.takeBlocked()).isNotEmpty();
    }

    /** A cold template is compiled by a thread that may wait, and the page is rendered and written by it. */
    @Test
    void aPageThatAnotherThreadWritesIsSentInChunks() throws Exception {
        String id = scene(template("<p>{{ name }}</p>"), Map.of("name", "x"));

        try (PageClient.Page cold = show(id)) {
            assertThat(cold.readAll()).isEqualTo("<p>x</p>");
            assertThat(cold.header("Content-Length")).isNull();
        }
        try (PageClient.Page warm = show(id)) {
            assertThat(warm.readAll()).isEqualTo("<p>x</p>");
            assertThat(warm.header("Content-Length")).isEqualTo("8");
        }
    }

    /** Reactor Netty 1.3.7 may not read any more from a connection whose response another thread has ended. */
    @Test
    void aPageEndsOnTheThreadOfItsConnection() throws Exception {
        Flux<String> rows = Flux.just("a", "b").delayElements(Duration.ofMillis(1));
        String id = scene(
                template("{{ name }}{% async for row in rows %}{{ row }}{% end %}"),
                Map.of("name", Mono.just("x").delayElement(Duration.ofMillis(1)), "rows", rows));

        for (int i = 0; i < 20; i++) {
            try (PageClient.Page page = client().get("/scene/" + id, "X-Ending", "on")) {
                assertThat(page.readAll()).isEqualTo("xab");
            }
            assertThat(WebFluxConfiguration.ENDED.poll(10, TimeUnit.SECONDS)).startsWith("reactor-http-");
        }
    }
}
