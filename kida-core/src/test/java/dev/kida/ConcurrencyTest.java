package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.load.MapLoader;
import dev.kida.load.TemplateLoader;
import dev.kida.load.TemplateSource;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One engine, and one template, used by many threads at once. */
@Timeout(120)
class ConcurrencyTest {

    /** Starts all the work at one moment and waits for the results. */
    private static <T> List<T> atOnce(int threads, IntFunction<Callable<T>> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<T> own = work.apply(i);
                running.add(pool.submit(() -> {
                    start.await();
                    return own.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aColdTemplateIsCompiledOnceForAThousandThreads() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        MapLoader templates = new MapLoader(Map.of("page", "{% for i in 1..3 %}{{ i }}{% endfor %}"));
        TemplateLoader counting = new TemplateLoader() {
            @Override
            public TemplateSource load(String name) {
                loads.incrementAndGet();
                return templates.load(name);
            }

            @Override
            public boolean isCurrent(TemplateSource loaded) {
                return templates.isCurrent(loaded);
            }
        };
        KidaEngine engine = KidaEngine.builder().loader(counting).build();

        List<String> pages = atOnce(1000, i -> () -> engine.render("page", Map.of()));

        assertThat(pages).hasSize(1000).containsOnly("123");
        assertThat(loads).hasValue(1);
        assertThat(engine.cacheInfo().misses()).isEqualTo(1);
    }

    @Test
    void eachThreadGetsThePageOfItsOwnData() throws Exception {
        Template template = KidaEngine.builder().build().fromString("""
                {% def card(title) %}<{{ title }}:{% slot %}>{% enddef %}\
                {% let total = 0 %}{% for n in numbers %}{% let total = total + n %}\
                {% call card(name ~ n) %}{{ loop.index }}{% endcall %}{% endfor %}\
                {% capture c %}{{ name }}{% endcapture %}{% with name = 'inner' %}{{ name }}{% endwith %}\
                {{ total }}{{ c }}{{ name }}""");

        List<List<String>> pages = atOnce(
                16,
                thread -> () -> IntStream.range(0, 200)
                        .mapToObj(i -> {
                            Map<String, Object> model = Map.of("name", "t" + thread, "numbers", numbers(thread, i));
                            return i % 2 == 0 ? template.render(model) : streamed(template, model);
                        })
                        .toList());

        for (int thread = 0; thread < 16; thread++) {
            for (int i = 0; i < 200; i++) {
                assertThat(pages.get(thread).get(i)).isEqualTo(expected(thread, i));
            }
        }
    }

    private static List<Integer> numbers(int thread, int i) {
        return IntStream.rangeClosed(thread, thread + i % 5).boxed().toList();
    }

    private static String streamed(Template template, Map<String, Object> model) {
        StringBuilder page = new StringBuilder();
        template.renderStream(model).forEachRemaining(page::append);
        return page.toString();
    }

    private static String expected(int thread, int i) {
        String name = "t" + thread;
        List<Integer> numbers = numbers(thread, i);
        String cards = IntStream.range(0, numbers.size())
                .mapToObj(at -> "<" + name + numbers.get(at) + ":" + (at + 1) + ">")
                .collect(Collectors.joining());
        int total = numbers.stream().mapToInt(n -> n).sum();
        return cards + "inner" + total + name + name;
    }

    @Test
    void functionsMayBeRegisteredWhileTemplatesRender() throws Exception {
        KidaEngine engine = KidaEngine.builder()
                .loader(new MapLoader(Map.of("page", "{{ 'x' | upper }}{{ 3 is odd }}")))
                .build();
        AtomicInteger next = new AtomicInteger();

        List<Boolean> right = atOnce(8, thread -> () -> {
            boolean all = true;
            for (int i = 0; i < 250; i++) {
                String name = "own" + next.getAndIncrement();
                engine.addFilter(name, TemplateFunction.of(name, Signature.parse("value"), (a, cx) -> name + a[0]));
                engine.addTest(name, TemplateFunction.of(name, Signature.parse("value"), (a, cx) -> true));
                engine.addGlobal(name, name);
                all &= engine.render("page", Map.of()).equals("Xtrue");
                String source = "{{ 1 | %s }}{{ 2 is %s }}{{ %s }}".formatted(name, name, name);
                all &= engine.fromString(source).render(Map.of()).equals(name + "1true" + name);
            }
            return all;
        });

        assertThat(right).isEqualTo(Collections.nCopies(8, true));
        String every =
                IntStream.range(0, 2000).mapToObj(i -> "{{ 1 | own" + i + " }}").collect(Collectors.joining());
        assertThat(engine.fromString(every).render(Map.of()))
                .startsWith("own01own11")
                .endsWith("own19991");
    }
}
