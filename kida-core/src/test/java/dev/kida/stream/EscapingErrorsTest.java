package dev.kida.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kida.KidaEngine;
import dev.kida.KidaEngineBuilder;
import dev.kida.render.AsyncAdapter;
import dev.kida.render.AwaitWatch;
import dev.kida.render.Awaited;
import dev.kida.render.ManualClock;
import dev.kida.render.RenderClock;
import dev.kida.render.RenderListener;
import dev.kida.render.RenderOptions;
import dev.kida.render.RenderOutcome;
import dev.kida.render.RenderStart;
import dev.kida.render.RenderState;
import dev.kida.render.RenderWatch;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Whatever is thrown at whatever place, errors of the JVM and checked exceptions in disguise included: a page ends, its
 * sources are cancelled and its iterators closed, and nothing comes out on the thread that happened to bring it on.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EscapingErrorsTest {

    private static final String PAGE = "{% flush %}a{% flush %}{{ await value }}b{{ await never }}c";

    private final Probe never = new Probe(Probe.Script.silentAfter(List.of()), null);
    private final Source value = new Source();
    private final Signals page = new Signals();

    static Stream<Throwable> thrown() {
        return Stream.of(
                new IllegalStateException("broken"),
                new RejectedExecutionException("broken"),
                new Exception("broken"),
                new AssertionError("broken"),
                new NoClassDefFoundError("broken"),
                new StackOverflowError("broken"),
                new OutOfMemoryError("broken"));
    }

    /** A source that a test lets speak, and that may fail where it is asked for something. */
    private static final class Source implements Publisher<Object>, Subscription {

        private final AtomicReference<@Nullable Subscriber<? super Object>> subscriber = new AtomicReference<>();
        private @Nullable Throwable onSubscribe;
        private @Nullable Throwable onRequest;
        private @Nullable Throwable onCancel;
        private int cancelled;

        @Override
        public void subscribe(Subscriber<? super Object> given) {
            fail(onSubscribe);
            subscriber.set(given);
            if (onRequest == null) {
                given.onSubscribe(this);
            }
        }

        Subscriber<? super Object> subscriber() {
            return java.util.Objects.requireNonNull(subscriber.get());
        }

        @Override
        public void request(long n) {
            fail(onRequest);
        }

        @Override
        public void cancel() {
            cancelled++;
            fail(onCancel);
        }
    }

    /** What a subscriber is told, and where it fails. */
    private static final class Signals implements Subscriber<String> {

        private final List<String> chunks = new ArrayList<>();
        private final List<Throwable> errors = new ArrayList<>();
        private @Nullable Throwable onNext;
        private @Nullable Throwable onEnd;
        private @Nullable Throwable onSubscribe;
        private int completions;
        private @Nullable Subscription subscription;

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
            fail(onSubscribe);
        }

        @Override
        public void onNext(String chunk) {
            chunks.add(chunk);
            fail(onNext);
        }

        @Override
        public void onError(Throwable problem) {
            errors.add(problem);
            fail(onEnd);
        }

        @Override
        public void onComplete() {
            completions++;
            fail(onEnd);
        }
    }

    private static void fail(@Nullable Throwable problem) {
        if (problem != null) {
            EscapingErrorsTest.<RuntimeException>sneak(problem);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneak(Throwable problem) throws T {
        throw (T) problem;
    }

    private void read(KidaEngineBuilder builder, String template, Map<String, ?> more, RenderOptions options) {
        Map<String, Object> model = new java.util.HashMap<>(more);
        model.putIfAbsent("value", value);
        model.put("never", never);
        builder.build().fromString(template).renderStreamAsync(model, options).subscribe(page);
    }

    private void read(KidaEngineBuilder builder) {
        read(builder, PAGE, Map.of(), RenderOptions.defaults());
    }

    private static TemplateFunction throwing(Throwable problem) {
        return TemplateFunction.of("boom", Signature.NONE, (arguments, context) -> {
            fail(problem);
            return "";
        });
    }

    /** One error, which is the given one or says that it is its cause; and nothing is left open. */
    private void endsWith(Throwable problem) {
        assertThat(page.errors).hasSize(1);
        Throwable told = page.errors.get(0);
        assertThat(told == problem
                        || told.getCause() == problem
                        || String.valueOf(told.getMessage()).contains("too deeply"))
                .as("%s", told)
                .isTrue();
        assertThat(page.completions).isZero();
        assertThat(never.open()).isZero();
    }

    // ---- the template -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("thrown")
    void ofTheTemplateItself(Throwable problem) {
        KidaEngineBuilder builder = KidaEngine.builder().global("boom", throwing(problem));
        read(builder, "a{% flush %}{{ await value }}{{ boom() }}{{ await never }}", Map.of(), RenderOptions.defaults());

        value.subscriber().onNext("v");

        assertThat(page.chunks).containsExactly("a");
        endsWith(problem);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofADeferredSection(Throwable problem) {
        KidaEngineBuilder builder = KidaEngine.builder().global("boom", throwing(problem));
        String template = "<body>{% defer %}{{ await value }}{{ boom() }}{% end %}{% defer %}{{ await never }}{% end %}"
                + "</body>";
        read(builder, template, Map.of(), RenderOptions.defaults());
        assertThat(never.open()).isEqualTo(1);

        value.subscriber().onNext("v");

        endsWith(problem);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofTheBlockThatEndsAFailedPage(Throwable problem) {
        KidaEngineBuilder builder =
                KidaEngine.builder().global("boom", throwing(problem)).onStreamError("sorry");
        String template = "a{% flush %}{{ await value }}{{ 1 / 0 }}{{ await never }}{% def x() %}{% end %}"
                + "{% if false %}{% block sorry %}{{ boom() }}{% endblock %}{% end %}";
        read(builder, template, Map.of(), RenderOptions.defaults());

        value.subscriber().onNext("v");

        assertThat(page.errors).singleElement().satisfies(told -> assertThat(told)
                .hasMessageContaining("by zero"));
        assertThat(never.open()).isZero();
    }

    // ---- the subscriber -----------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("thrown")
    void ofTheSubscriberThatTakesAChunk(Throwable problem) {
        page.onNext = problem;

        read(KidaEngine.builder());

        assertThat(page.chunks).containsExactly("a");
        assertThat(page.errors).containsExactly(problem);
        assertThat(never.open()).isZero();
        assertThat(value.cancelled).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofTheSubscriberThatIsToldOfAFailure(Throwable problem) {
        page.onEnd = problem;
        read(KidaEngine.builder());

        value.subscriber().onError(new IllegalArgumentException("first"));

        assertThat(page.errors).singleElement().satisfies(told -> assertThat(told)
                .hasMessageContaining("first"));
        assertThat(never.open()).isZero();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofTheSubscriberThatIsToldOfTheEnd(Throwable problem) {
        page.onEnd = problem;
        read(KidaEngine.builder(), "{{ await value }}", Map.of(), RenderOptions.defaults());

        value.subscriber().onNext("v");

        assertThat(page.chunks).containsExactly("v");
        assertThat(page.completions).isEqualTo(1);
        assertThat(page.errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofTheSubscriberThatGetsItsSubscription(Throwable problem) {
        page.onSubscribe = problem;

        Throwable raised = catchThrowable(() -> read(KidaEngine.builder()));

        assertThat(raised).isSameAs(problem);
        assertThat(never.subscriptions()).isZero();
    }

    /** As in {@code renderAsync}: the reader is a future, whose text may be too much for the memory. */
    @Test
    void whoeverWaitsForAFutureGetsIt() {
        CompletionStage<String> text = KidaEngine.builder()
                .global("boom", throwing(new OutOfMemoryError("broken")))
                .build()
                .fromString("{{ await value }}{{ boom() }}")
                .renderAsync(Map.of("value", value));

        value.subscriber().onNext("v");

        assertThat(text.toCompletableFuture()).isCompletedExceptionally();
    }

    // ---- sources ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("thrown")
    void ofASourceThatIsSubscribed(Throwable problem) {
        value.onSubscribe = problem;

        read(KidaEngine.builder());

        endsWith(problem);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofASourceThatIsAskedLater(Throwable problem) {
        value.onRequest = problem;
        read(KidaEngine.builder());

        value.subscriber().onSubscribe(value);

        endsWith(problem);
        assertThat(value.cancelled).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofASourceThatIsAskedForMore(Throwable problem) {
        read(
                KidaEngine.builder().prefetch(1),
                "{% async for x in value %}{{ x }}{% flush %}{% end %}{{ await never }}",
                Map.of(),
                RenderOptions.defaults());
        value.onRequest = problem;

        value.subscriber().onNext("v");

        assertThat(page.chunks).containsExactly("v");
        endsWith(problem);
        assertThat(value.cancelled).isPositive();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofSourcesThatAreCancelledAndIteratorsThatAreClosed(Throwable problem) {
        value.onCancel = problem;
        Source other = new Source();
        other.onCancel = problem;
        List<String> closed = new ArrayList<>();
        Map<String, Object> model =
                Map.of("other", other, "rows", closing(closed, problem), "more", closing(closed, problem));
        String template = "{% for r in rows %}{% for m in more %}{{ await never }}{{ await value }}{{ await other }}"
                + "{% end %}{% end %}";
        read(KidaEngine.builder(), template, model, RenderOptions.defaults());

        java.util.Objects.requireNonNull(page.subscription).cancel();

        assertThat(value.cancelled).isEqualTo(1);
        assertThat(other.cancelled).isEqualTo(1);
        assertThat(never.open()).isZero();
        assertThat(closed).hasSize(2);
    }

    private static Object closing(List<String> closed, Throwable problem) {
        return IntStream.range(0, 3).boxed().onClose(() -> {
            closed.add("closed");
            fail(problem);
        });
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAnIteratorThatIsAsked(Throwable problem) {
        Iterable<Object> rows = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                fail(problem);
                return false;
            }

            @Override
            public Object next() {
                return "x";
            }
        };

        read(
                KidaEngine.builder(),
                "{% for r in rows %}{{ await never }}{% end %}",
                Map.of("rows", rows),
                RenderOptions.defaults());

        endsWith(problem);
    }

    // ---- adapters -----------------------------------------------------------------------------------------------

    private enum Adapting {
        SUPPORTS,
        IS_MULTI,
        TO_PUBLISHER
    }

    private record Later(Object value) {}

    private record Adapter(Adapting where, Throwable problem) implements AsyncAdapter {

        @Override
        public boolean supports(Object candidate) {
            if (!(candidate instanceof Later)) {
                return false;
            }
            failAt(Adapting.SUPPORTS);
            return true;
        }

        @Override
        public boolean isMulti(Object candidate) {
            failAt(Adapting.IS_MULTI);
            return false;
        }

        @Override
        public Publisher<?> toPublisher(Object candidate, RenderState state) {
            failAt(Adapting.TO_PUBLISHER);
            return subscriber -> {};
        }

        private void failAt(Adapting place) {
            if (where == place) {
                fail(problem);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAnAdapter(Throwable problem) {
        for (Adapting where : Adapting.values()) {
            Signals each = new Signals();
            KidaEngine.builder()
                    .asyncAdapter(new Adapter(where, problem))
                    .build()
                    .fromString("{{ await later }}{{ await never }}")
                    .renderStreamAsync(Map.of("later", new Later("x"), "never", never))
                    .subscribe(each);

            assertThat(each.errors).as("%s", where).hasSize(1);
            assertThat(never.open()).isZero();
        }
    }

    // ---- time ---------------------------------------------------------------------------------------------------

    private static final class BrokenClock implements RenderClock {

        private final ManualClock time = new ManualClock();
        private @Nullable Throwable onRead;
        private @Nullable Throwable onSchedule;
        private @Nullable Throwable onTakeBack;

        @Override
        public long nanoTime() {
            fail(onRead);
            return time.nanoTime();
        }

        @Override
        public Task schedule(Runnable task, Duration delay) {
            fail(onSchedule);
            Task scheduled = time.schedule(task, delay);
            return () -> {
                scheduled.cancel();
                fail(onTakeBack);
            };
        }
    }

    private final BrokenClock clock = new BrokenClock();

    private KidaEngineBuilder timed() {
        return KidaEngine.builder().clock(clock).asyncTimeout(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAClockThatIsRead(Throwable problem) {
        read(timed());
        clock.onRead = problem;

        value.subscriber().onNext("v");

        endsWith(problem);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAClockThatTakesNoMoreTasks(Throwable problem) {
        clock.onSchedule = problem;

        read(timed());

        endsWith(problem);
        assertThat(value.cancelled).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAClockThatDoesNotGiveATaskBack(Throwable problem) {
        clock.onTakeBack = problem;
        read(timed());

        value.subscriber().onNext("v");

        endsWith(problem);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAClockThatDoesNotGiveATaskBackAtTheEnd(Throwable problem) {
        clock.onTakeBack = problem;
        read(timed());

        java.util.Objects.requireNonNull(page.subscription).cancel();

        assertThat(never.open()).isZero();
        assertThat(value.cancelled).isEqualTo(1);
    }

    // ---- those who watch ----------------------------------------------------------------------------------------

    private record Listener(Throwable problem) implements RenderListener, RenderWatch, AwaitWatch {

        @Override
        public @Nullable RenderWatch onStart(RenderStart start) {
            return this;
        }

        @Override
        public @Nullable AwaitWatch onAwait(Awaited awaited) {
            return this;
        }

        @Override
        public Publisher<?> decorate(Publisher<?> source) {
            fail(problem);
            return source;
        }

        @Override
        public void onOutput(long size, boolean flush) {
            fail(problem);
        }

        @Override
        public void onEnd(RenderOutcome outcome, @Nullable Throwable failure) {
            fail(problem);
        }
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofListenersIsTheirs(Throwable problem) {
        KidaEngineBuilder builder = KidaEngine.builder()
                .renderListener(start -> {
                    fail(problem);
                    return null;
                })
                .renderListener(new Listener(problem));
        read(builder);
        value.subscriber().onNext("v");
        assertThat(page.chunks).containsExactly("a", "vb");
        assertThat(page.errors).isEmpty();

        java.util.Objects.requireNonNull(page.subscription).cancel();

        assertThat(never.open()).isZero();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAWarningListenerIsItsOwn(Throwable problem) {
        KidaEngineBuilder builder = KidaEngine.builder().warningListener(new dev.kida.error.WarningListener() {
            @Override
            public void onCoercion(dev.kida.error.CoercionWarning warning) {
                fail(problem);
            }
        });
        read(builder, "{{ 'x' | int }}{{ await value }}", Map.of(), RenderOptions.defaults());

        value.subscriber().onNext("v");

        assertThat(page.completions).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAScopeThatIsOpened(Throwable problem) {
        List<String> closed = new ArrayList<>();
        boolean[] broken = {false};
        KidaEngineBuilder builder = KidaEngine.builder()
                .stepScope(options -> () -> closed.add("first"))
                .stepScope(options -> {
                    fail(broken[0] ? problem : null);
                    return null;
                });
        read(builder);
        closed.clear();
        broken[0] = true;

        value.subscriber().onNext("v");

        assertThat(closed).containsExactly("first");
        endsWith(problem);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAScopeThatIsClosed(Throwable problem) {
        List<String> closed = new ArrayList<>();
        KidaEngineBuilder builder = KidaEngine.builder()
                .stepScope(options -> () -> closed.add("first"))
                .stepScope(options -> () -> fail(problem));

        read(builder);

        assertThat(closed).isNotEmpty();
        endsWith(problem);
    }

    // ---- renders on the thread that calls -------------------------------------------------------------------------

    private static final class BrokenStream extends OutputStream {

        private final Throwable problem;

        BrokenStream(Throwable problem) {
            this.problem = problem;
        }

        @Override
        public void write(int b) {
            fail(problem);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            fail(problem);
        }
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofAStreamThatIsWritten(Throwable problem) {
        RenderOptions options = RenderOptions.defaults().withBlockOnAsync(Duration.ofSeconds(30));

        Throwable raised = catchThrowable(() -> KidaEngine.builder()
                .build()
                .fromString("a{% flush %}{{ await never }}")
                .renderTo(Map.of("never", never), new BrokenStream(problem), options));

        assertThat(raised).isNotNull();
        assertThat(never.subscriptions()).isEqualTo(1);
        assertThat(never.open()).isZero();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void ofARenderThatIsPulled(Throwable problem) {
        RenderOptions options = RenderOptions.defaults().withBlockOnAsync(Duration.ofSeconds(30));
        var chunks = KidaEngine.builder()
                .global("boom", throwing(problem))
                .build()
                .fromString("a{% flush %}{{ boom() }}{{ await never }}")
                .renderStream(Map.of("never", never), options);

        assertThat(chunks.next()).isEqualTo("a");
        Throwable raised = catchThrowable(chunks::next);

        assertThat(raised).isNotNull();
        assertThat(chunks.hasNext()).isFalse();
        assertThat(never.subscriptions()).isEqualTo(1);
        assertThat(never.open()).isZero();
    }
}
