package dev.kida.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.render.Chunk;
import dev.kida.render.RenderOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Demand, the signals of the sources and a cancel, from three threads at the same moment, over and over: no chunk is lost,
 * none comes twice, none comes while another is handled, and no source stays open. {@code -Dkida.stress.runs=N} goes on
 * for longer.
 */
@Timeout(value = 3600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StressTest {

    private static final int RUNS = Integer.getInteger("kida.stress.runs", 4000);
    private static final int ITEMS = 12;
    private static final int PATIENCE = 30;
    private static final int SPINS = 2000;
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(3);

    private final Template page = KidaEngine.builder()
            .prefetch(3)
            .build()
            .fromString("{% def row(x) %}<{{ x }}{% end %}{% async for x in xs %}{{ row(x) }}"
                    + "{% if x % 3 == 0 %}{% flush %}{% end %}{{ await v }}{% end %}.");

    private final String whole =
            IntStream.range(0, ITEMS).mapToObj(i -> "<" + i + "v").collect(Collectors.joining()) + ".";

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
    }

    @Test
    void demandSignalsAndCancelRaceWithoutLoss() throws InterruptedException {
        Random random = new Random(7);
        int whole = 0;
        for (int run = 0; run < RUNS; run++) {
            Race race = new Race(random.nextInt(4), random.nextBoolean(), 1 + random.nextInt(3), random.nextInt(60));
            race.subscribe();
            THREADS.execute(() -> race.act(race::demand));
            THREADS.execute(() -> race.act(race::send));
            THREADS.execute(() -> race.act(race::cancel));
            race.check("run " + run);
            whole += race.complete ? 1 : 0;
        }
        assertThat(whole).isPositive().isLessThan(RUNS);
    }

    /** One stream and the three who act on it. */
    private final class Race implements Subscriber<Object> {

        private final boolean cancelling;
        private final boolean bytes;
        private final int step;
        private final int pause;
        private final Items items = new Items();
        private final Value value = new Value();
        private final AtomicInteger gate = new AtomicInteger();
        private final AtomicInteger inside = new AtomicInteger();
        private final CountDownLatch over = new CountDownLatch(1);
        private final CountDownLatch acted = new CountDownLatch(3);
        private final StringBuffer text = new StringBuffer();
        private final AtomicLong asked = new AtomicLong();
        private final AtomicLong got = new AtomicLong();
        private volatile @Nullable Subscription subscription;
        private volatile boolean complete;
        private volatile @Nullable String wrong;

        Race(int odds, boolean bytes, int step, int pause) {
            this.cancelling = odds != 0;
            this.bytes = bytes;
            this.step = step;
            this.pause = pause;
        }

        void subscribe() {
            Map<String, ?> model = Map.of("xs", items, "v", value);
            RenderOptions options = RenderOptions.defaults().withChunkSize(4);
            if (bytes) {
                page.renderChunks(model, options).subscribe(this);
            } else {
                page.renderStreamAsync(model, options).subscribe(this);
            }
        }

        void act(Runnable action) {
            try {
                start();
                action.run();
            } catch (Throwable problem) {
                wrong = problem.toString();
                over.countDown();
            } finally {
                acted.countDown();
            }
        }

        /** Everybody starts together. */
        private void start() {
            gate.incrementAndGet();
            for (int i = 0; i < SPINS && gate.get() < 3; i++) {
                Thread.onSpinWait();
            }
        }

        private Subscription subscription() {
            return java.util.Objects.requireNonNull(subscription);
        }

        void demand() {
            while (over.getCount() > 0 && asked.get() < 200) {
                asked.addAndGet(step);
                subscription().request(step);
            }
        }

        void send() {
            while (over.getCount() > 0 && !items.isOver()) {
                items.send();
                value.send();
                Thread.onSpinWait();
            }
            value.send();
        }

        void cancel() {
            if (cancelling) {
                for (int i = 0; i < pause * 20; i++) {
                    Thread.onSpinWait();
                }
                subscription().cancel();
                over.countDown();
            }
        }

        void check(String run) throws InterruptedException {
            boolean ends = over.await(PATIENCE, TimeUnit.SECONDS);
            assertThat(wrong).as(run).isNull();
            assertThat(ends).as("%s ends, after %s", run, text).isTrue();
            assertThat(acted.await(PATIENCE, TimeUnit.SECONDS)).as(run).isTrue();
            assertThat(wrong).as(run).isNull();
            assertThat(whole).as(run).startsWith(text.toString());
            if (!cancelling) {
                assertThat(complete).as(run).isTrue();
            }
            if (complete) {
                assertThat(text).as(run).hasToString(whole);
            }
            assertThat(got.get()).as(run).isLessThanOrEqualTo(asked.get());
            assertThat(items.isClosed()).as(run + ": the source is closed").isTrue();
            assertThat(value.isClosed()).as(run + ": the value is closed").isTrue();
        }

        private void signal(Runnable action) {
            if (inside.getAndIncrement() != 0) {
                wrong = "two signals at once";
            }
            if (complete) {
                wrong = "a signal after the end";
            }
            action.run();
            inside.decrementAndGet();
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(Object chunk) {
            signal(() -> {
                got.incrementAndGet();
                text.append(chunk instanceof Chunk c ? new String(c.bytes(), StandardCharsets.UTF_8) : chunk);
            });
        }

        @Override
        public void onError(Throwable problem) {
            signal(() -> {
                wrong = problem.toString();
                over.countDown();
            });
        }

        @Override
        public void onComplete() {
            signal(() -> complete = true);
            over.countDown();
        }
    }

    /** Sends numbers, as many as were asked for, when the test says so. */
    private static final class Items implements Publisher<Object>, Subscription {

        private final AtomicLong demand = new AtomicLong();
        private final AtomicInteger open = new AtomicInteger();
        private volatile @Nullable Subscriber<? super Object> subscriber;
        private volatile boolean cancelled;
        private volatile boolean ended;
        private int next;

        @Override
        public void subscribe(Subscriber<? super Object> to) {
            open.incrementAndGet();
            to.onSubscribe(this);
            subscriber = to;
        }

        @Override
        public void request(long n) {
            demand.addAndGet(n);
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        boolean isOver() {
            return ended || cancelled;
        }

        boolean isClosed() {
            return open.get() <= 1 && (open.get() == 0 || isOver());
        }

        /** Called by one thread only. */
        void send() {
            Subscriber<? super Object> to = subscriber;
            if (to == null || isOver()) {
                return;
            }
            if (next == ITEMS) {
                ended = true;
                to.onComplete();
            } else if (demand.get() > 0) {
                demand.decrementAndGet();
                to.onNext(next++);
            }
        }
    }

    /** Sends one value, when the test says so. */
    private static final class Value implements Publisher<Object>, Subscription {

        private final List<Subscriber<? super Object>> waiting = new ArrayList<>();
        private volatile boolean cancelled;
        private volatile boolean subscribed;
        private volatile boolean ended;

        @Override
        public void subscribe(Subscriber<? super Object> to) {
            subscribed = true;
            to.onSubscribe(this);
            synchronized (waiting) {
                waiting.add(to);
            }
        }

        @Override
        public void request(long n) {
            // one value, whatever is asked for
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        boolean isClosed() {
            return !subscribed || cancelled || ended;
        }

        void send() {
            List<Subscriber<? super Object>> ready;
            synchronized (waiting) {
                ready = List.copyOf(waiting);
                waiting.clear();
            }
            for (Subscriber<? super Object> to : ready) {
                to.onNext("v");
                ended = true;
                to.onComplete();
            }
        }
    }
}
