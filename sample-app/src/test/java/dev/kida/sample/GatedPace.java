package dev.kida.sample;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Lets exactly as many values of a source go as the test has said. */
@Primary
final class GatedPace implements Pace {

    private final Map<String, Sinks.Many<Integer>> gates = new ConcurrentHashMap<>();

    /** From now on the first {@code count} values of the source may go. */
    void allow(String source, int count) {
        gate(source).emitNext(count, Sinks.EmitFailureHandler.FAIL_FAST);
    }

    void allowEverything() {
        gates.keySet().forEach(source -> allow(source, Integer.MAX_VALUE));
    }

    void allowNothing() {
        for (String source : new String[] {"takings", "orders", "products"}) {
            allow(source, 0);
        }
    }

    @Override
    public <T> Mono<T> one(String source, Mono<T> value) {
        return value.delayUntil(v -> allowed(source, 1));
    }

    @Override
    public <T> Flux<T> each(String source, Flux<T> rows) {
        return rows.index().concatMap(row -> allowed(source, row.getT1() + 1).thenReturn(row.getT2()), 1);
    }

    private Mono<Integer> allowed(String source, long count) {
        return gate(source).asFlux().filter(allowed -> allowed >= count).next();
    }

    private Sinks.Many<Integer> gate(String source) {
        return gates.computeIfAbsent(source, s -> Sinks.many().replay().latest());
    }
}
