package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.TemplateNotFoundException;
import dev.kida.load.FunctionLoader;
import dev.kida.load.MapLoader;
import dev.kida.render.Compilation;
import dev.kida.render.RenderListener;
import dev.kida.render.RenderStart;
import dev.kida.render.RenderWatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplateCacheTest {

    private static Map<String, String> pages(int count) {
        Map<String, String> pages = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            pages.put("page" + i, "{{ " + i + " }}");
        }
        return pages;
    }

    private static List<String> cached(KidaEngine engine) {
        return engine.cachedTemplates().stream().map(Template::name).toList();
    }

    @Test
    void keepsNoMoreThanItsSize() {
        KidaEngine engine = KidaEngine.builder()
                .loader(new MapLoader(pages(50)))
                .cacheSize(8)
                .build();

        for (int i = 0; i < 50; i++) {
            engine.getTemplate("page" + i);
            assertThat(cached(engine)).hasSizeLessThanOrEqualTo(8).contains("page" + i);
        }
    }

    @Test
    void keepsWhatIsAskedForAgain() {
        KidaEngine engine = KidaEngine.builder()
                .loader(new MapLoader(pages(50)))
                .cacheSize(8)
                .build();

        for (int i = 1; i < 50; i++) {
            engine.getTemplate("page0");
            engine.getTemplate("page" + i);
        }

        assertThat(cached(engine)).contains("page0");
        assertThat(engine.cacheInfo().misses()).as("page0 is compiled once").isEqualTo(50);
    }

    @Test
    void letsGoWhatWasNotUsedForLongest() {
        KidaEngine engine = KidaEngine.builder()
                .loader(new MapLoader(pages(4)))
                .autoReload(false)
                .cacheSize(3)
                .build();

        for (int page : new int[] {0, 1, 2, 1, 0, 3}) {
            engine.getTemplate("page" + page);
        }

        assertThat(cached(engine)).containsExactly("page0", "page1", "page3");
    }

    @Test
    void hasNoBoundWithoutASize() {
        KidaEngine engine = KidaEngine.builder()
                .loader(new MapLoader(pages(50)))
                .cacheSize(0)
                .build();

        for (int i = 0; i < 50; i++) {
            engine.getTemplate("page" + i);
        }

        assertThat(cached(engine)).hasSize(50);
    }

    @Test
    void isEmptyWhenCleared() {
        KidaEngine engine = KidaEngine.builder()
                .loader(new MapLoader(pages(9)))
                .cacheSize(8)
                .build();
        for (int i = 0; i < 9; i++) {
            engine.getTemplate("page" + i);
        }

        engine.clearCache();

        assertThat(cached(engine)).isEmpty();
        for (int i = 0; i < 9; i++) {
            assertThat(engine.getTemplate("page" + i).render(Map.of())).isEqualTo(String.valueOf(i));
        }
        assertThat(cached(engine)).hasSize(8);
    }

    @Test
    void isBoundedForManyThreads() throws Exception {
        int threads = 8;
        KidaEngine engine = KidaEngine.builder()
                .loader(new MapLoader(pages(40)))
                .cacheSize(5)
                .build();
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int own = t;
                all.add(pool.submit(() -> {
                    start.await();
                    for (int i = 0; i < 400; i++) {
                        int page = (i * 7 + own * 3) % 40;
                        assertThat(engine.getTemplate("page" + page).render(Map.of()))
                                .isEqualTo(String.valueOf(page));
                    }
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(cached(engine)).hasSizeLessThanOrEqualTo(5);
    }

    /** "Aa" and "BB" have the same hash code. */
    @Test
    void aLoaderMayRenderAnotherTemplate() {
        AtomicReference<KidaEngine> engine = new AtomicReference<>();
        engine.set(KidaEngine.builder()
                .loader(FunctionLoader.ofText(
                        name -> name.equals("Aa") ? "A" + engine.get().render("BB", Map.of()) : "B"))
                .build());

        assertThat(engine.get().render("Aa", Map.of())).isEqualTo("AB");
        assertThat(cached(engine.get())).containsExactly("Aa", "BB");
    }

    @Test
    void whoIsToldOfATemplateMayLoadAnother() {
        AtomicReference<KidaEngine> engine = new AtomicReference<>();
        RenderListener preloading = new RenderListener() {
            @Override
            public @Nullable RenderWatch onStart(RenderStart start) {
                return null;
            }

            @Override
            public void onCompile(Compilation compilation) {
                if ("Aa".equals(compilation.template())) {
                    engine.get().getTemplate("BB");
                }
            }
        };
        engine.set(KidaEngine.builder()
                .loader(new MapLoader(Map.of("Aa", "A", "BB", "B")))
                .renderListener(preloading)
                .build());

        assertThat(engine.get().render("Aa", Map.of())).isEqualTo("A");
        assertThat(cached(engine.get())).containsExactly("Aa", "BB");
    }

    @Test
    void aLoaderThatAsksForWhatItLoadsIsTold() {
        AtomicReference<KidaEngine> engine = new AtomicReference<>();
        engine.set(KidaEngine.builder()
                .loader(FunctionLoader.ofText(name -> engine.get().render(name, Map.of())))
                .build());

        assertThatThrownBy(() -> engine.get().getTemplate("page"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'page' is asked for while it is being loaded");
    }

    @Test
    void threadsThatLoadEachOthersTemplatesDoNotWaitForEachOther() throws Exception {
        AtomicReference<KidaEngine> engine = new AtomicReference<>();
        CyclicBarrier bothAreLoading = new CyclicBarrier(2);
        Map<String, String> others = Map.of("a", "b", "b", "a");
        Set<String> begun = ConcurrentHashMap.newKeySet();
        engine.set(KidaEngine.builder()
                .loader(FunctionLoader.ofText(name -> {
                    if (!begun.add(name)) {
                        return "once more";
                    }
                    await(bothAreLoading);
                    return name + engine.get().render(others.get(name), Map.of());
                }))
                .build());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<String> a = threads.submit(() -> engine.get().render("a", Map.of()));
            Future<String> b = threads.submit(() -> engine.get().render("b", Map.of()));

            assertThat(a.get(10, TimeUnit.SECONDS)).startsWith("a");
            assertThat(b.get(10, TimeUnit.SECONDS)).startsWith("b");
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** Also when the first of those who wait has to load it, because it could not be loaded before. */
    @Test
    void oneThreadAtATimeLoadsATemplate() throws Exception {
        AtomicInteger loading = new AtomicInteger();
        AtomicInteger loads = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        KidaEngine engine = KidaEngine.builder()
                .autoReload(false)
                .loader(FunctionLoader.ofText(name -> {
                    most.accumulateAndGet(loading.incrementAndGet(), Math::max);
                    pause();
                    loading.decrementAndGet();
                    return loads.incrementAndGet() < 10 ? null : "there";
                }))
                .build();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Boolean>> found = threads.invokeAll(Collections.nCopies(40, () -> isThere(engine)));

            for (Future<Boolean> each : found) {
                each.get();
            }
            assertThat(most).hasValue(1);
            assertThat(loads).hasValue(10);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isThere(KidaEngine engine) {
        try {
            return engine.getTemplate("page").hasBlock("none");
        } catch (TemplateNotFoundException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatWasReadBeforeTheCacheWasClearedIsReadAgain() {
        AtomicReference<KidaEngine> engine = new AtomicReference<>();
        AtomicInteger loads = new AtomicInteger();
        engine.set(KidaEngine.builder()
                .autoReload(false)
                .loader(FunctionLoader.ofText(name -> {
                    engine.get().clearTemplateCache();
                    return String.valueOf(loads.incrementAndGet());
                }))
                .build());

        assertThat(engine.get().render("page", Map.of())).isEqualTo("1");
        assertThat(engine.get().render("page", Map.of())).isEqualTo("2");
    }
}
