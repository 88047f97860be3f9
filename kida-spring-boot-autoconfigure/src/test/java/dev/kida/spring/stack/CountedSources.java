package dev.kida.spring.stack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sources of pages that know how often they were subscribed, and how many of the subscriptions are still there. */
final class CountedSources {

    private static final String PADDING = "x".repeat(1_000);

    private final AtomicLong started = new AtomicLong();
    private final AtomicLong over = new AtomicLong();

    /** What a page may show: rows without end, fast ones and slow ones, a late value, a value that is there. */
    Map<String, Object> model() {
        return Map.of(
                "fast", counted(Flux.range(0, Integer.MAX_VALUE).publishOn(Schedulers.parallel(), 16)),
                "ticks", counted(Flux.interval(Duration.ofMillis(3)).onBackpressureDrop()),
                "late",
                        counted(Mono.delay(Duration.ofMillis(2))
                                        .map(ignored -> PADDING)
                                        .flux())
                                .next(),
                "ready", counted(Flux.just("ready")).next(),
                "padding", PADDING);
    }

    <T> Flux<T> counted(Flux<T> source) {
        return source.doOnSubscribe(subscription -> started.incrementAndGet())
                .doFinally(signal -> over.incrementAndGet());
    }

    long started() {
        return started.get();
    }

    long open() {
        return started.get() - over.get();
    }
}
