package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A value that is made when it is first wanted. */
@Timeout(60)
class LazyTest {

    @Test
    void isMadeOnceHoweverManyThreadsWantIt() throws Exception {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Future<Integer>> values = Stream.generate(() -> threads.submit(() -> {
                        start.await();
                        return lazy.get();
                    }))
                    .limit(64)
                    .toList();
            start.countDown();

            for (Future<Integer> value : values) {
                assertThat(value.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void isMadeAgainAfterAFailure() {
        AtomicInteger attempts = new AtomicInteger();
        Lazy<String> lazy = new Lazy<>(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return "made";
        });

        assertThatThrownBy(lazy::get).hasMessage("not yet");
        assertThat(lazy.get()).isEqualTo("made");
    }
}
