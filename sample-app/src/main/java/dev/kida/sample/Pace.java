package dev.kida.sample;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Decides when the values of a source are let go: in the application by the clock, in tests by the test. */
public interface Pace {

    /** The value, when it is time. */
    <T> Mono<T> one(String source, Mono<T> value);

    /** The rows, one by one, each when it is time. */
    <T> Flux<T> each(String source, Flux<T> rows);
}
