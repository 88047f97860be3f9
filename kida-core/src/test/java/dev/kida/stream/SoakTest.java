package dev.kida.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.load.MapLoader;
import dev.kida.render.RenderOptions;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Many streams at a time, with sources that delay, fail, never answer, and readers that leave: in the end nothing is
 * subscribed, nothing of a render can be reached any more, and the heap is as it was. {@code -Dkida.soak.runs=N} goes on
 * for longer.
 */
@Timeout(value = 3600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SoakTest {

    private static final int RUNS = Integer.getInteger("kida.soak.runs", 2000);
    private static final int AT_A_TIME = 200;
    private static final int SECONDS = Math.max(100, RUNS / 10);
    private static final int MEGABYTE = 1 << 20;
    private static final int GROWTH = 24;
    private static final int COLLECTIONS = 60;

    private static final List<String> PAGES = List.of(
            "{% async for x in xs %}{{ x }}{% flush %}{% end %}{{ await v }}",
            "{% extends 'base' %}{% block b %}{% for i in 1..3 %}{% include 'part' %}{% end %}{% end %}",
            "{% try %}{{ await v }}{% async for x in xs %}{{ x }}{% end %}{% fallback e %}{{ await w }}{% end %}{{ token }}",
            "{% def f(a) %}[{{ await a }}{% slot %}]{% end %}{% for i in 1..3 %}{% call f(v) %}{{ await w }}{% end %}{% end %}",
            "{% capture c %}{% async for x in xs %}{{ x }}{% if x > 2 %}{% break %}{% end %}{% end %}{% end %}{{ c }}",
            "{% spaceless %}{{ await w }}{% end %}{% cache token %}{{ await v }}{% end %}",
            "{{ await never }}",
            "a{% async for x in hot %}{{ x }}{% end %}",
            "{% try %}{{ await slow }}{% fallback %}late{% end %}{{ await shared }}");

    private final KidaEngine engine = KidaEngine.builder()
            .prefetch(4)
            .fragmentCacheSize(10)
            .loader(new MapLoader(Map.of(
                    "base",
                    "<{{ await w }}{% block b %}{% end %}{{ await v }}>",
                    "part",
                    "({% async for x in xs %}{{ x }}{% end %})")))
            .build();
    private final List<Template> pages = PAGES.stream().map(engine::fromString).toList();

    /** What outlives every render, and keeps hold of those who wait for it. */
    private final CompletableFuture<Object> shared = new CompletableFuture<>();

    private final Sinks.Many<Object> hot = Sinks.many().multicast().directBestEffort();

    private final AtomicInteger open = new AtomicInteger();
    private final Queue<WeakReference<Object>> tokens = new ConcurrentLinkedQueue<>();

    @Test
    void nothingIsLeft() {
        soak(RUNS / 4);
        everythingIsGone();
        long before = used();

        soak(RUNS);
        everythingIsGone();

        assertThat((used() - before) / MEGABYTE)
                .as("megabytes more than before")
                .isLessThan(GROWTH);
    }

    private void soak(int runs) {
        Flux.range(0, runs)
                .flatMap(run -> one(new Random(run)).subscribeOn(Schedulers.parallel()), AT_A_TIME)
                .then()
                .block(Duration.ofSeconds(SECONDS));
    }

    private Mono<Void> one(Random random) {
        Object token = new byte[256];
        tokens.add(new WeakReference<>(token));
        Map<String, Object> model = new HashMap<>();
        model.put("token", token);
        model.put("v", single(random));
        model.put("w", single(random));
        model.put("xs", many(random));
        model.put("never", watched(Mono.never()));
        model.put("slow", watched(Mono.delay(Duration.ofSeconds(60))));
        model.put("hot", watched(hot.asFlux()));
        model.put("shared", shared);
        RenderOptions options =
                RenderOptions.defaults().withChunkSize(1 + random.nextInt(64)).withAsyncTimeout(Duration.ofMillis(20));
        Template page = pages.get(random.nextInt(pages.size()));
        Flux<?> stream = random.nextBoolean()
                ? Flux.from(page.renderStreamAsync(model, options))
                : Flux.from(page.renderChunks(model, options));
        return read(stream, random).onErrorComplete().then();
    }

    private static Flux<?> read(Flux<?> stream, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> stream.take(1 + random.nextInt(3));
            case 1 -> stream.takeUntilOther(Mono.delay(Duration.ofMillis(random.nextInt(6))));
            case 2 -> stream.limitRate(1);
            default -> stream;
        };
    }

    private Publisher<?> single(Random random) {
        Mono<Object> value = random.nextInt(6) == 0 ? Mono.error(new IllegalStateException("soak")) : Mono.just("v");
        return watched(
                random.nextInt(3) == 0 ? value : Mono.delay(delay(random)).then(value));
    }

    private Publisher<?> many(Random random) {
        int count = random.nextInt(20);
        Flux<Integer> items = Flux.range(0, count);
        Flux<Integer> all =
                random.nextInt(6) == 0 ? items.concatWith(Mono.error(new IllegalStateException("soak"))) : items;
        return watched(
                random.nextInt(3) == 0
                        ? all
                        : all.publishOn(Schedulers.parallel(), 2).delaySubscription(delay(random)));
    }

    private static Duration delay(Random random) {
        return Duration.ofNanos(random.nextInt(3_000_000));
    }

    private <T> Mono<T> watched(Mono<T> source) {
        return source.doOnSubscribe(s -> open.incrementAndGet()).doFinally(end -> open.decrementAndGet());
    }

    private <T> Flux<T> watched(Flux<T> source) {
        return source.doOnSubscribe(s -> open.incrementAndGet()).doFinally(end -> open.decrementAndGet());
    }

    /** A cancel that another thread carries out may take a moment, and so may a collection. */
    private void everythingIsGone() {
        for (int i = 0; i < COLLECTIONS && (open.get() > 0 || !tokens.isEmpty()); i++) {
            System.gc();
            tokens.removeIf(token -> token.get() == null);
            Mono.delay(Duration.ofMillis(i)).block();
        }
        assertThat(open).as("open subscriptions").hasValue(0);
        assertThat(tokens).as("renders that can be reached").isEmpty();
        assertThat(hot.currentSubscriberCount()).isZero();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
