package dev.kida.render;

import java.util.List;
import org.reactivestreams.Publisher;

/** What every page is published by, when there is no room for its output. */
final class FailedPublisher {

    private FailedPublisher() {}

    static <T> Publisher<T> of(StreamPublisher.Taker<T> taker) {
        return new StreamPublisher<>(
                () -> {
                    throw new AssertionError("started without being asked");
                },
                new StepScopes(List.of(), RenderOptions.defaults()),
                () -> {
                    throw new OutOfMemoryError("no room for the output");
                },
                taker);
    }
}
