package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemQueueTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 64, 1000})
    void keepsTheOrderHoweverManyItemsWait(int expected) {
        ItemQueue queue = new ItemQueue(expected);
        List<Object> taken = new ArrayList<>();

        for (int i = 0; i < 500; i++) {
            queue.add(i);
            if (i % 3 == 0) {
                taken.add(queue.poll());
            }
        }
        for (Object item = queue.poll(); item != null; item = queue.poll()) {
            taken.add(item);
        }

        assertThat(taken).hasSize(500).first().isEqualTo(0);
        assertThat(taken).isSortedAccordingTo((a, b) -> Integer.compare((int) a, (int) b));
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void isEmptyAfterItWasClearedAndTakesItemsAgain() {
        ItemQueue queue = new ItemQueue(2);
        for (int i = 0; i < 5; i++) {
            queue.add(i);
        }

        queue.clear();
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.poll()).isNull();

        queue.add("next");
        assertThat(queue.isEmpty()).isFalse();
        assertThat(queue.poll()).isEqualTo("next");
    }

    @Test
    void handsItemsFromOneThreadToAnother() {
        ItemQueue queue = new ItemQueue(8);
        int count = 200_000;

        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < count; i++) {
                queue.add(i);
            }
        });
        int next = 0;
        while (next < count) {
            Object item = queue.poll();
            if (item == null) {
                Thread.onSpinWait();
            } else {
                assertThat((int) item).isEqualTo(next++);
            }
        }

        sender.join();
        assertThat(queue.isEmpty()).isTrue();
    }
}
