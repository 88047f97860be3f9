package dev.kida.spring.webflux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.TemplateException;
import dev.kida.spring.PageContentType;
import dev.kida.spring.PageTemplate;
import dev.kida.spring.ReactiveTypes;
import dev.kida.spring.ReactiveTypesAdapter;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class KidaReactiveViewTest {

    private final ReactiveTypes types = new ReactiveTypes(ReactiveAdapterRegistry.getSharedInstance());
    private final KidaEngine engine = KidaEngine.builder()
            .autoAwait(true)
            .asyncAdapter(new ReactiveTypesAdapter(types))
            .build();
    private final RecordingBuffers buffers = new RecordingBuffers();
    private final MockServerHttpResponse response = new MockServerHttpResponse(buffers);
    private final MockServerWebExchange exchange =
            MockServerWebExchange.builder(MockServerHttpRequest.get("/")).build();

    @Test
    void nullsArePrintedEmpty() {
        Map<String, Object> model = new HashMap<>();
        model.put("name", null);

        view("[{{ name }}]").render(model, MediaType.TEXT_HTML, exchange).block();

        assertThat(exchange.getResponse().getBodyAsString().block()).isEqualTo("[]");
    }

    @Test
    void theContentTypeIsTheFirstOfTheViewWhenNoneWasSelected() {
        view("").render(Map.of(), null, exchange).block();

        assertThat(exchange.getResponse().getHeaders().getContentType()).hasToString("text/html;charset=UTF-8");
    }

    @Test
    void aPageThatIsPartOfAResponseDoesNotSayItsLength() {
        ServerHttpResponse decorated = new ServerHttpResponseDecorator(exchange.getResponse());

        view("page")
                .render(Map.of(), null, exchange.mutate().response(decorated).build())
                .block();

        assertThat(exchange.getResponse().getHeaders().getContentLength()).isEqualTo(-1);
    }

    @Test
    void aPageThatFailsBeforeItsFirstPartIsNotBegun() {
        StepVerifier.create(view("<p>{{ name }}</p>")
                        .render(Map.of("name", Mono.error(new IllegalStateException("x"))), null, exchange))
                .verifyError(TemplateException.class);

        assertThat(exchange.getResponse().isCommitted()).isFalse();
    }

    @Test
    void everyPartIsWrittenAndReleasedOnce() {
        Sinks.Many<String> rows = Sinks.many().unicast().onBackpressureBuffer();
        List<String> written = new ArrayList<>();

        StepVerifier.create(write(written, "<ul>{% for row in rows %}<li>{{ row }}</li>{% end %}</ul>", rows.asFlux()))
                .then(() -> assertThat(written).containsExactly("<ul>"))
                .then(() -> rows.tryEmitNext("a").orThrow())
                .then(() -> assertThat(written).containsExactly("<ul>", "<li>a</li>"))
                .then(() -> rows.tryEmitComplete().orThrow())
                .verifyComplete();

        assertThat(String.join("", written)).isEqualTo("<ul><li>a</li></ul>");
        buffers.assertReleased();
    }

    @Test
    void anErrorLeavesNoBufferBehind() {
        Sinks.Many<String> rows = Sinks.many().unicast().onBackpressureBuffer();

        StepVerifier.create(write(new ArrayList<>(), "<ul>{% for row in rows %}{{ row }}{% end %}", rows.asFlux()))
                .then(() -> rows.tryEmitNext("a").orThrow())
                .then(() ->
                        rows.tryEmitError(new IllegalStateException("broken")).orThrow())
                .verifyError(PageCutOffException.class);

        buffers.assertReleased();
    }

    @Test
    void aCancelledWriteCancelsTheSourceAndLeavesNoBufferBehind() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Flux<String> rows = Flux.<String>never().doOnCancel(() -> cancelled.set(true));

        List<String> written = new ArrayList<>();

        StepVerifier.create(write(written, "<ul>{% for row in rows %}{{ row }}{% end %}", rows))
                .then(() -> assertThat(written).containsExactly("<ul>"))
                .thenCancel()
                .verify();

        assertThat(cancelled).isTrue();
        buffers.assertReleased();
    }

    /** What {@code ChannelSendOperator} does when the connection is closed before the write begins. */
    @Test
    void aWriteThatFailsAfterTheFirstPartWasAskedForCancelsTheSource() {
        AtomicBoolean cancelled = new AtomicBoolean();
        ServerHttpResponse closed = new ServerHttpResponseDecorator(response) {
            @Override
            public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
                body.subscribe(new BaseSubscriber<Publisher<? extends DataBuffer>>() {
                    @Override
                    protected void hookOnSubscribe(Subscription subscription) {
                        request(1);
                    }
                });
                return Mono.error(new IOException("connection closed"));
            }
        };

        StepVerifier.create(view("{{ name }}")
                        .render(
                                Map.of("name", Mono.never().doOnCancel(() -> cancelled.set(true))),
                                null,
                                exchange.mutate().response(closed).build()))
                .verifyError(IOException.class);

        assertThat(cancelled).isTrue();
    }

    @Test
    void partsThatNobodyWritesHaveNoBuffers() {
        response.setWriteHandler(body -> Mono.never());
        Flux<Mono<DataBuffer>> body = new PageBody(
                        "view",
                        engine.fromString("a{% flush %}b{% flush %}c").renderChunks(Map.of()),
                        exchange.mutate().response(response).build())
                .buffers();

        StepVerifier.create(body, 2).expectNextCount(2).thenCancel().verify();

        assertThat(buffers.all).isEmpty();
    }

    /** Writes as servers do: part by part, each released when it is written. */
    private Mono<Void> write(List<String> written, String template, Flux<String> rows) {
        ServerHttpResponse writing = new ServerHttpResponseDecorator(response) {
            @Override
            public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
                return Flux.from(body)
                        .concatMap(part -> part, 4)
                        .doOnNext(buffer -> {
                            written.add(buffer.toString(UTF_8));
                            DataBufferUtils.release(buffer);
                        })
                        .then();
            }
        };
        return view(template)
                .render(
                        Map.of("rows", rows),
                        null,
                        exchange.mutate().response(writing).build());
    }

    private KidaReactiveView view(String template) {
        Template compiled = engine.fromString(template);
        return new KidaReactiveView(
                new PageTemplate("view", compiled, List.of(), compiled.reads()),
                types,
                List.of(PageContentType.utf8(MediaType.TEXT_HTML)),
                List.of());
    }

    private static final class RecordingBuffers extends NettyDataBufferFactory {

        private final List<NettyDataBuffer> all = new ArrayList<>();

        RecordingBuffers() {
            super(PooledByteBufAllocator.DEFAULT);
        }

        @Override
        public DataBuffer wrap(byte[] bytes) {
            DataBuffer buffer = super.wrap(bytes);
            all.add((NettyDataBuffer) buffer);
            return buffer;
        }

        void assertReleased() {
            assertThat(all).isNotEmpty().allSatisfy(buffer -> assertThat(
                            buffer.getNativeBuffer().refCnt())
                    .isZero());
        }
    }
}
