package dev.kida.benchmarks.http;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** WebFlux handlers without an engine. */
final class ReactiveHandPages {

    private ReactiveHandPages() {}

    private static Flux<String> page(Flux<Item> items) {
        return Flux.concat(
                Mono.fromSupplier(() -> HandPage.head(Items.TITLE)),
                items.map(HandPage::row),
                Mono.fromSupplier(HandPage::tail));
    }

    /** Strings, which Spring encodes. */
    @RestController
    static class Strings {

        @GetMapping(value = "/page", produces = "text/html;charset=UTF-8")
        Flux<String> page() {
            return ReactiveHandPages.page(Items.ready());
        }

        @GetMapping(value = "/slow", produces = "text/html;charset=UTF-8")
        Flux<String> slow() {
            return ReactiveHandPages.page(Items.slow());
        }
    }

    /** Buffers, encoded by hand. */
    @RestController
    static class Buffers {

        @GetMapping("/page")
        Mono<Void> page(ServerHttpResponse response) {
            return write(response, Items.ready());
        }

        @GetMapping("/slow")
        Mono<Void> slow(ServerHttpResponse response) {
            return write(response, Items.slow());
        }

        private static Mono<Void> write(ServerHttpResponse response, Flux<Item> items) {
            response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
            DataBufferFactory buffers = response.bufferFactory();
            Flux<DataBuffer> body =
                    ReactiveHandPages.page(items).map(text -> buffers.wrap(text.getBytes(StandardCharsets.UTF_8)));
            return response.writeWith(body);
        }
    }
}
