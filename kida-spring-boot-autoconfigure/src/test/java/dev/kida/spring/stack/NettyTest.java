package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NettyTest extends WebFluxStackTest {

    @Override
    Server server() {
        return Server.NETTY;
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
}
