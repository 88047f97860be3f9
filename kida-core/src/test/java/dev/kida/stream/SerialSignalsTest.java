package dev.kida.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** No signal of a page overlaps with its subscriber's {@code onSubscribe}, whoever has something for it (rule 1.3). */
class SerialSignalsTest {

    private final CompletableFuture<String> value = new CompletableFuture<>();
    private final Publisher<String> page =
            KidaEngine.builder().build().fromString("<{{ await value }}>").renderStreamAsync(Map.of("value", value));
    private final List<String> signals = new ArrayList<>();

    @Test
    void aValueThatComesDuringOnSubscribeIsHandedOnAfterIt() {
        page.subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                requestUnbounded();
                CompletableFuture.runAsync(() -> value.complete("late")).join();
                signals.add("subscribed");
            }

            @Override
            protected void hookOnNext(String part) {
                signals.add(part);
            }

            @Override
            protected void hookOnComplete() {
                signals.add("complete");
            }
        });

        assertThat(signals.get(0)).isEqualTo("subscribed");
        assertThat(String.join("", signals)).isEqualTo("subscribed<late>complete");
    }

    @Test
    void aSubscriberThatFailsInOnSubscribeIsOneThatHasCancelled() {
        Probe source = new Probe(Probe.Script.silentAfter(List.of()), null);
        Publisher<String> waiting =
                KidaEngine.builder().build().fromString("{{ await value }}").renderStreamAsync(Map.of("value", source));

        assertThatThrownBy(() -> waiting.subscribe(new Refusing())).hasMessage("not today");

        assertThat(source.open()).isZero();
    }

    private static final class Refusing implements Subscriber<String> {

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(1);
            throw new IllegalStateException("not today");
        }

        @Override
        public void onNext(String part) {
            throw new AssertionError("after the end");
        }

        @Override
        public void onError(Throwable problem) {
            throw new AssertionError("after the end", problem);
        }

        @Override
        public void onComplete() {
            throw new AssertionError("after the end");
        }
    }
}
