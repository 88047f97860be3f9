package dev.kida.render;

import dev.kida.KidaEngine;
import dev.kida.load.MapLoader;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import reactor.core.publisher.Flux;

/** The Reactive Streams TCK over one block of a page that extends another one. */
public class BlockVerificationTest extends PublisherVerification<String> {

    private final KidaEngine engine = KidaEngine.builder()
            .loader(
                    new MapLoader(
                            Map.of(
                                    "base", "<{% block rows %}{% end %}>",
                                    "page",
                                            "{% extends 'base' %}{% block rows %}{% async for x in xs %}{{ x }}{% flush %}{% end %}{% end %}")))
            .build();

    public BlockVerificationTest() {
        super(new TestEnvironment(30_000, 100, 100));
    }

    @Override
    public Publisher<String> createPublisher(long elements) {
        Flux<Long> numbers = Flux.generate(() -> 0L, (state, sink) -> {
            if (state < elements) {
                sink.next(state);
            } else {
                sink.complete();
            }
            return state + 1;
        });
        return engine.getTemplate("page").renderBlockStreamAsync("rows", Map.of("xs", numbers));
    }

    /** A render that is not asked for anything does not run; what can fail before is to make room for it. */
    @Override
    public Publisher<String> createFailedPublisher() {
        return FailedPublisher.of(StreamPublisher.STRINGS);
    }
}
