package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.render.CaffeineFragmentCache;
import dev.kida.render.FragmentCache;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cache.CacheManager;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.cache.support.NoOpCacheManager;
import org.springframework.context.ApplicationContext;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;

@ExtendWith(OutputCaptureExtension.class)
class KidaFragmentCacheAutoConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(KidaAutoConfiguration.class, KidaFragmentCacheAutoConfiguration.class));

    private static String render(ApplicationContext context, Object value) {
        return context.getBean(KidaEngine.class)
                .fromString("{% cache 'k' %}{{ value }}{% end %}")
                .render(Map.of("value", value));
    }

    @Test
    void fragmentsAreKeptInTheCacheManager() {
        runner.withBean(CacheManager.class, () -> new ConcurrentMapCacheManager("kida-fragments"))
                .run(context -> {
                    assertThat(render(context, 1)).isEqualTo("1");
                    assertThat(render(context, 2)).isEqualTo("1");

                    context.getBean(CacheManager.class)
                            .getCache("kida-fragments")
                            .clear();

                    assertThat(render(context, 3)).isEqualTo("3");
                });
    }

    @Test
    void theCacheMayHaveAnotherName() {
        runner.withBean(CacheManager.class, ConcurrentMapCacheManager::new)
                .withPropertyValues("kida.fragment-cache.name=pages")
                .run(context -> {
                    render(context, 1);

                    assertThat(context.getBean(CacheManager.class).getCacheNames())
                            .containsExactly("pages");
                });
    }

    @Test
    void aManagerWithoutTheCacheLeavesFragmentsInMemory(CapturedOutput output) {
        runner.withBean(CacheManager.class, () -> new ConcurrentMapCacheManager("others"))
                .run(context -> {
                    assertThat(render(context, 1) + render(context, 2)).isEqualTo("11");
                    assertThat(output).contains("no cache 'kida-fragments'");
                });
    }

    @Test
    void theManagerCanBeLeftAlone() {
        runner.withBean(CacheManager.class, ConcurrentMapCacheManager::new)
                .withPropertyValues("kida.fragment-cache.use-cache-manager=false")
                .run(context -> {
                    assertThat(render(context, 1) + render(context, 2)).isEqualTo("11");
                    assertThat(context.getBean(CacheManager.class).getCacheNames())
                            .isEmpty();
                });
    }

    @Test
    void aFragmentCacheOfTheApplicationComesFirst() {
        FragmentCache own = new CaffeineFragmentCache(10);
        runner.withBean(FragmentCache.class, () -> own)
                .withBean(CacheManager.class, ConcurrentMapCacheManager::new)
                .run(context -> {
                    render(context, 1);

                    assertThat(own.get("k")).isEqualTo("1");
                    assertThat(context.getBean(CacheManager.class).getCacheNames())
                            .isEmpty();
                });
    }

    /** Something else that runs tasks is there as soon as something is scheduled. */
    @Test
    void aCacheThatMayBlockIsAskedOnTheExecutorOfTheApplication() {
        AtomicInteger tasks = new AtomicInteger();
        AsyncTaskExecutor own = new TaskExecutorAdapter(task -> {
            tasks.incrementAndGet();
            task.run();
        });
        runner.withBean(CacheManager.class, NoOpCacheManager::new)
                .withBean("applicationTaskExecutor", AsyncTaskExecutor.class, () -> own)
                .withBean("taskScheduler", AsyncTaskExecutor.class, SimpleAsyncTaskExecutor::new)
                .run(context -> {
                    CompletionStage<String> page = context.getBean(KidaEngine.class)
                            .fromString("{% cache 'k' %}x{% end %}")
                            .renderAsync(Map.of());

                    assertThat(page.toCompletableFuture().get(10, TimeUnit.SECONDS))
                            .isEqualTo("x");
                    assertThat(tasks).hasPositiveValue();
                });
    }

    @Test
    void worksWithoutCachesOnTheClassPath() {
        runner.withClassLoader(new FilteredClassLoader(CacheManager.class))
                .run(context ->
                        assertThat(render(context, 1) + render(context, 2)).isEqualTo("11"));
    }
}
