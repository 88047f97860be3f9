package dev.kida.render;

import dev.kida.KidaEngine;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The Reactive Streams TCK over a page whose items come from another thread. */
public class AsyncStreamVerificationTest extends PublisherVerification<String> {

    private static final String PAGE = "{% async for x in xs %}{{ x }}{% flush %}{% end %}";

    private final KidaEngine engine = KidaEngine.builder().build();

    public AsyncStreamVerificationTest() {
        super(new TestEnvironment(30_000, 200, 100));
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
        return engine.fromString(PAGE).renderStreamAsync(Map.of("xs", numbers.publishOn(Schedulers.parallel())));
    }

    /** A render that is not asked for anything does not run; what can fail before is to make room for it. */
    @Override
    public Publisher<String> createFailedPublisher() {
        return FailedPublisher.of(StreamPublisher.STRINGS);
    }
}
