package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.value.Signature;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A page remembers the sources that it can meet again, and no others. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SourceMemoryTest {

    private static final int ROWS = 2000;

    private final KidaEngine engine = KidaEngine.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ await mono(i) }}",
                "{{ await future(i) }}",
                "{{ await flux(i) }}",
                "{% async for x in flux(i) %}{{ x }}{% end %}",
                "{% async for x in flux(i) %}{{ x }}{% break %}{% end %}",
                "{% try %}{% async for x in flux(i) %}{{ nope }}{% end %}{% fallback %}f{% end %}",
                "{% try %}{{ await failing(i) }}{% fallback %}f{% end %}",
            })
    void aPageHoldsOnToNoneOfManyValuesThatItAwaits(String row) {
        Queue<WeakReference<Object>> made = new ConcurrentLinkedQueue<>();
        Function<Function<Object, Object>, Object> known = make -> (Function<Object, Object>) i -> {
            Object value = make.apply(i);
            made.add(new WeakReference<>(value));
            return value;
        };
        Map<String, Object> model = Map.of(
                "mono", known.apply(i -> Mono.fromSupplier(() -> i)),
                "future", known.apply(i -> CompletableFuture.supplyAsync(() -> i)),
                "flux", known.apply(i -> Flux.just(i, 1).hide()),
                "failing",
                        known.apply(
                                i -> Mono.error(new IllegalStateException("no")).hide()));
        Template template = engine.fromString("{% for i in range(100000000) %}" + row + "{% flush %}{% end %}");
        List<Integer> left = new ArrayList<>();

        Flux.from(template.renderStreamAsync(model))
                .limitRate(1)
                .skip(ROWS)
                .takeUntil(chunk -> {
                    System.gc();
                    long held = made.stream().filter(ref -> ref.get() != null).count();
                    left.add((int) held);
                    return held < 10;
                })
                .blockLast();

        assertThat(left).last().satisfies(held -> assertThat(held).isLessThan(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ await mono(i) }}", "{% async for x in flux(i) %}{% break %}{% end %}"})
    void whatIsKnownOfAValueGoesWithTheValue(String row) {
        Object held = new EngineFunction("held", Signature.parse(""), (none, context) -> {
            System.gc();
            return (long) ((Activation) context).render.sources().size();
        });
        Map<String, Object> model = Map.of(
                "mono", (Function<Object, Object>) i -> Mono.fromSupplier(() -> ""),
                "flux", (Function<Object, Object>) i -> Flux.just(i, 1).hide(),
                "held", held);
        Template template = engine.fromString("{% for i in range(2000) %}" + row + "{% end %}"
                + "{% while held() > 10 %}" + row.replace("(i)", "(1)") + "{% end %}few");

        assertThat(Flux.from(template.renderStreamAsync(model)).blockLast()).isEqualTo("few");
    }

    @ParameterizedTest
    @ValueSource(strings = {"holder.value", "make()"})
    void aValueThatIsMetTwiceIsSubscribedOnce(String value) {
        AtomicInteger subscriptions = new AtomicInteger();
        Mono<Integer> one = Mono.fromSupplier(subscriptions::incrementAndGet);
        Function<Object, Object> other = i -> {
            System.gc();
            return Mono.fromSupplier(() -> ".");
        };
        Map<String, Object> model =
                Map.of("holder", Map.of("value", one), "make", (Supplier<Object>) () -> one, "other", other);
        Template template = engine.fromString(("{{ await V }}{% for i in range(20) %}{{ await other(i) }}{% end %}"
                        + "{{ await V }}{% defer %}{{ await V }}{% end %}")
                .replace("V", value));

        String page = String.join(
                "", Flux.from(template.renderStreamAsync(model)).collectList().block());

        assertThat(page).startsWith("1" + ".".repeat(20) + "1<?start").contains(">1</template>");
        assertThat(subscriptions).hasValue(1);
    }

    @Test
    void aSourceThatNeverSaysThatItIsCompleteIsCancelledWithTheRenderAtLatest() {
        AtomicInteger cancelled = new AtomicInteger();
        Map<String, Object> model = Map.of("endless", (Function<Object, Object>)
                i -> Flux.concat(Mono.just(i), Mono.never()).doOnCancel(cancelled::incrementAndGet));
        Template template = engine.fromString("{% for i in range(100) %}{{ await endless(i) }}{% end %}");

        Flux.from(template.renderStreamAsync(model)).blockLast();

        assertThat(cancelled).hasValue(100);
    }
}
