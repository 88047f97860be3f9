package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.test.publisher.TestPublisher;

/** The future of {@code renderAsync}. */
class CollectedPageTest {

    enum End {
        CANCEL(page -> page.cancel(false)),
        COMPLETE(page -> page.complete("another")),
        FAIL(page -> page.completeExceptionally(new TimeoutException())),
        TIMEOUT(page -> page.orTimeout(1, TimeUnit.MILLISECONDS)),
        STAND_IN(page -> page.completeOnTimeout("late", 1, TimeUnit.MILLISECONDS));

        private final Consumer<CompletableFuture<String>> action;

        End(Consumer<CompletableFuture<String>> action) {
            this.action = action;
        }
    }

    private final TestPublisher<String> source = TestPublisher.create();
    private final CompletableFuture<String> page = KidaEngine.builder()
            .build()
            .fromString("a{{ await x }}")
            .renderAsync(Map.of("x", source.mono()))
            .toCompletableFuture();

    @ParameterizedTest
    @EnumSource
    void whoeverEndsItBeforeThePageIsThereCancelsTheRender(End end) throws Exception {
        end.action.accept(page);
        long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!source.wasCancelled() && System.nanoTime() < patience) {
            Thread.sleep(1);
        }

        assertThat(page).isDone();
        source.assertCancelled();
    }

    @Test
    void whatComesAfterThePageDoesNotChangeIt() {
        source.emit("b");

        assertThat(page.complete("another")).isFalse();
        assertThat(page.cancel(false)).isFalse();
        assertThat(page).isCompletedWithValue("ab");
    }
}
