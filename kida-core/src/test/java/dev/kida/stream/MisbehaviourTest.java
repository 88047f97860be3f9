package dev.kida.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.render.RenderOptions;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sources that break the rules harm nobody but themselves. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MisbehaviourTest {

    private static final String LOOP = "<{% async for x in xs %}{{ x }},{% end %}>";
    private static final String VALUE = "<{{ await xs }}>";

    private final KidaEngine engine = KidaEngine.builder().prefetch(8).build();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final Probe other = new Probe(Probe.Script.silentAfter(List.of()), null);

    /** A source that does what the test says as soon as it is subscribed. */
    private Publisher<Object> source(BiConsumer<Subscriber<? super Object>, Subscription> behaviour) {
        return subscriber -> behaviour.accept(subscriber, subscription(n -> {}));
    }

    private Subscription subscription(Consumer<Long> onRequest) {
        return new Subscription() {
            @Override
            public void request(long n) {
                onRequest.accept(n);
            }

            @Override
            public void cancel() {
                cancelled.incrementAndGet();
            }
        };
    }

    private Reader<String> read(KidaEngine by, String template, Publisher<?> source) {
        Map<String, Object> model = new HashMap<>();
        model.put("xs", source);
        model.put("other", other);
        Reader<String> reader = Reader.read(
                by.fromString("{% def never() %}{{ await other }}{% end %}" + template)
                        .renderStreamAsync(model),
                text -> text,
                false,
                new Deliveries());
        assertThat(reader.wrong()).isNull();
        return reader;
    }

    private Reader<String> read(String template, Publisher<?> source) {
        return read(engine, template, source);
    }

    private void fails(Reader<?> reader, String message) {
        assertThat(reader.isOver()).isTrue();
        assertThat(reader.failure())
                .isInstanceOfSatisfying(TemplateRuntimeException.class, problem -> assertThat(problem.getLine())
                        .isEqualTo(1))
                .hasMessageContaining(message);
        assertThat(other.cancelled()).isEqualTo(1);
    }

    private void completes(Reader<?> reader, String page) {
        assertThat(reader.failure()).isNull();
        assertThat(reader.page()).isEqualTo(page);
        assertThat(reader.isOver()).isTrue();
        assertThat(other.cancelled()).isEqualTo(1);
    }

    private static TemplateFunction constant(String name, Supplier<Object> value) {
        return TemplateFunction.of(name, Signature.NONE, (arguments, context) -> value.get());
    }

    private static void send(Subscriber<? super Object> to, int count) {
        for (int i = 0; i < count; i++) {
            to.onNext(i);
        }
    }

    // ---- demand ---------------------------------------------------------------------------------------------------

    @Test
    void moreItemsThanAskedForAreRefused() {
        Publisher<Object> flood = source((to, subscription) -> {
            to.onSubscribe(subscription);
            send(to, 1_000_000);
            to.onComplete();
        });

        fails(read(LOOP, flood), "more items than were requested");
        assertThat(cancelled).hasPositiveValue();
    }

    @Test
    void moreItemsThanAskedForCanBeCaught() {
        Publisher<Object> flood = source((to, subscription) -> {
            to.onSubscribe(subscription);
            send(to, 100);
        });

        completes(read("{% try %}" + LOOP + "{% fallback %}calm{% end %}", flood), "calm");
    }

    @Test
    void asManyItemsAsAskedForAreNotTooMany() {
        AtomicInteger sent = new AtomicInteger();
        Publisher<Object> exact = to -> to.onSubscribe(subscription(n -> {
            for (long i = 0; i < n && sent.get() < 20; i++) {
                to.onNext(sent.getAndIncrement());
            }
            if (sent.compareAndSet(20, 21)) {
                to.onComplete();
            }
        }));

        completes(read(LOOP, exact), "<0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,>");
    }

    // ---- order of signals -------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {LOOP, VALUE})
    void nothingCountsAfterTheEnd(String template) {
        Publisher<Object> late = source((to, subscription) -> {
            to.onSubscribe(subscription);
            to.onNext("a");
            to.onComplete();
            to.onNext("b");
            to.onError(new IllegalStateException("late"));
            to.onComplete();
        });

        completes(read(template, late), template.equals(LOOP) ? "<a,>" : "<a>");
    }

    @Test
    void nothingCountsAfterAnError() {
        Publisher<Object> late = source((to, subscription) -> {
            to.onSubscribe(subscription);
            to.onError(new IllegalStateException("first"));
            to.onError(new IllegalStateException("second"));
            to.onComplete();
            to.onNext("b");
        });

        fails(read(LOOP, late), "first");
    }

    @ParameterizedTest
    @ValueSource(strings = {LOOP, VALUE})
    void aSecondSubscriptionIsCancelled(String template) {
        Publisher<Object> twice = source((to, subscription) -> {
            to.onSubscribe(subscription(n -> {}));
            to.onSubscribe(subscription);
            to.onNext("a");
            to.onComplete();
        });

        completes(read(template, twice), template.equals(LOOP) ? "<a,>" : "<a>");
        assertThat(cancelled).hasPositiveValue();
    }

    @Test
    void itemsBeforeTheSubscriptionWereNotAskedFor() {
        Publisher<Object> early = source((to, subscription) -> {
            to.onNext("a");
            to.onComplete();
            to.onSubscribe(subscription);
        });

        fails(read(LOOP, early), "more items than were requested");
    }

    @Test
    void aSubscriptionThatComesAfterTheTimeoutIsCancelled() {
        AtomicReference<Subscriber<? super Object>> subscriber = new AtomicReference<>();
        RenderOptions options = RenderOptions.defaults().withAsyncTimeout(Duration.ofMillis(1));
        String page = "{% try %}" + LOOP + "{% fallback %}late{% end %}{{ await more }}";
        Publisher<Object> tardy = subscriber::set;

        Flux.from(engine.fromString(page)
                        .renderStreamAsync(Map.of("xs", tardy, "more", new CompletableFuture<>()), options))
                .onErrorComplete()
                .blockLast(Duration.ofSeconds(30));
        AtomicInteger asked = new AtomicInteger();
        subscriber.get().onSubscribe(subscription(n -> asked.incrementAndGet()));

        assertThat(cancelled).hasValue(1);
        assertThat(asked).hasValue(0);
    }

    // ---- nulls and exceptions ---------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {LOOP, VALUE})
    void aNullItemIsAnError(String template) {
        Publisher<Object> nothing = source((to, subscription) -> {
            to.onSubscribe(subscription);
            ignore(() -> to.onNext(null));
        });

        fails(read(template, nothing), "null");
        assertThat(cancelled).hasPositiveValue();
    }

    @Test
    void aNullErrorIsAnError() {
        Publisher<Object> nothing = source((to, subscription) -> {
            to.onSubscribe(subscription);
            ignore(() -> to.onError(null));
        });

        fails(read(LOOP, nothing), "null");
    }

    @Test
    void aNullSubscriptionIsAnError() {
        fails(read(LOOP, source((to, subscription) -> ignore(() -> to.onSubscribe(null)))), "null");
    }

    private static void ignore(Runnable refused) {
        try {
            refused.run();
            throw new AssertionError("null has to be refused with a NullPointerException (rule 2.13)");
        } catch (NullPointerException expected) {
            // a publisher that does not care
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LOOP, VALUE})
    void anExceptionFromSubscribeIsTheSourcesError(String template) {
        Publisher<Object> broken = source((to, subscription) -> {
            throw new IllegalStateException("no entry");
        });

        fails(read(template, broken), "no entry");
    }

    @Test
    void anExceptionFromRequestIsTheSourcesError() {
        Publisher<Object> broken = to -> to.onSubscribe(subscription(n -> {
            throw new IllegalStateException("no demand");
        }));

        fails(read(LOOP, broken), "no demand");
    }

    @Test
    void anExceptionFromALaterRequestIsTheSourcesError() {
        AtomicInteger sent = new AtomicInteger();
        Publisher<Object> broken = to -> to.onSubscribe(subscription(n -> {
            if (sent.get() > 0) {
                throw new IllegalStateException("no more");
            }
            for (int i = 0; i < n; i++) {
                to.onNext(sent.incrementAndGet());
            }
        }));

        completes(read("{% try %}" + LOOP + "{% fallback %}caught{% end %}", broken), "caught");
    }

    @Test
    void anExceptionFromCancelHurtsNobody() {
        Publisher<Object> clinging = to -> to.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {
                to.onNext("a");
            }

            @Override
            public void cancel() {
                throw new IllegalStateException("stay");
            }
        });

        completes(read("{% async for x in xs %}{{ x }}{% break %}{% end %}.", clinging), "a.");
    }

    @Test
    void aFutureThatThrowsHasFailed() {
        CompletableFuture<Object> future = new CompletableFuture<>() {
            @Override
            public CompletableFuture<Object> whenComplete(BiConsumer<? super Object, ? super Throwable> action) {
                throw new IllegalStateException("no future");
            }
        };
        Map<String, Object> model = Map.of("xs", future, "other", other);
        Reader<String> reader = Reader.read(
                engine.fromString("{% def never() %}{{ await other }}{% end %}" + VALUE)
                        .renderStreamAsync(model),
                text -> text,
                false,
                new Deliveries());

        fails(reader, "no future");
    }

    // ---- threads --------------------------------------------------------------------------------------------------

    @Test
    void signalsFromManyThreadsLoseNothingUnnoticed() {
        int threads = 4;
        int items = 2000;
        AtomicInteger sending = new AtomicInteger(threads);
        Publisher<Object> crowd = to -> to.onSubscribe(subscription(n -> {
            if (n < Long.MAX_VALUE) {
                return; // the page has not got there yet
            }
            for (int t = 0; t < threads; t++) {
                new Thread(() -> {
                            send(to, items);
                            if (sending.decrementAndGet() == 0) {
                                to.onComplete();
                            }
                        })
                        .start();
            }
        }));
        KidaEngine implicit = KidaEngine.builder().autoAwait(true).build();

        String page = Flux.from(
                        implicit.fromString("{{ xs | length }} {{ xs | sum }}").renderStreamAsync(Map.of("xs", crowd)))
                .reduce(String::concat)
                .onErrorResume(problem -> Mono.just(String.valueOf(problem.getMessage())))
                .block(Duration.ofSeconds(30));

        assertThat(page)
                .containsAnyOf(
                        threads * items + " " + (long) threads * items * (items - 1) / 2, "from two threads at once");
    }

    // ---- a very long time ---------------------------------------------------------------------------------------

    @Test
    void aMillionItemsThatAreThereNeedNoStack() {
        Reader<String> reader = read(
                "{% async for x in xs %}{% if x % 100000 == 0 %}{{ x }},{% end %}{% end %}", Flux.range(0, 1_000_000));

        completes(reader, "0,100000,200000,300000,400000,500000,600000,700000,800000,900000,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in 1..200000 %}{% async for x in now() %}{% end %}{% end %}.",
                "{% let n = 0 %}{% while n < 200000 %}{% let n = n + await value() %}{% end %}.",
                "{% for i in 1..200000 %}{% flush %}{{ await value() }}{% end %}."
            })
    void manyWaitsThatAreOverAtOnceNeedNoStack(String template) {
        KidaEngine quick = KidaEngine.builder()
                .maxLoopIterations(0)
                .global("now", constant("now", () -> Flux.just(1)))
                .global("value", constant("value", () -> CompletableFuture.completedFuture(1)))
                .build();

        assertThat(read(quick, template, Flux.empty()).page()).endsWith(".");
    }

    @Test
    void whatNeverEndsEndsWithTheReader() {
        Probe silent = new Probe(Probe.Script.silentAfter(List.of(1)), null);
        Reader<String> reader = read(LOOP, silent);
        assertThat(reader.page()).isEqualTo("<1,");

        reader.cancel();

        assertThat(silent.cancelled()).isEqualTo(1);
        assertThat(other.cancelled()).isEqualTo(1);
    }
}
