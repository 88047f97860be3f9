package dev.kida.spring.boot.autoconfigure;

import dev.kida.KidaEngine;
import dev.kida.render.FragmentCache;
import dev.kida.spring.cache.SpringFragmentCache;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Auto-configuration of the cache behind the tag {@code cache}: a {@link FragmentCache} bean, else a cache of the
 * application's {@link CacheManager}, else memory.
 */
@AutoConfiguration(
        before = KidaAutoConfiguration.class,
        afterName = "org.springframework.boot.cache.autoconfigure.CacheAutoConfiguration")
@ConditionalOnClass(KidaEngine.class)
@ConditionalOnBooleanProperty(name = "kida.enabled", matchIfMissing = true)
@EnableConfigurationProperties(KidaFragmentCacheProperties.class)
public final class KidaFragmentCacheAutoConfiguration {

    private static final Log logger = LogFactory.getLog(KidaFragmentCacheAutoConfiguration.class);

    KidaFragmentCacheAutoConfiguration() {}

    /** Before the customizers of the application, which may decide otherwise. */
    @Bean
    @Order(-100)
    KidaEngineCustomizer kidaFragmentCacheCustomizer(
            KidaFragmentCacheProperties properties, ObjectProvider<FragmentCache> cache) {
        return builder -> {
            Duration ttl = properties.getTtl();
            builder.fragmentCacheSize(properties.getSize()).fragmentTtl(ttl.isZero() ? null : ttl);
            cache.ifUnique(builder::fragmentCache);
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(CacheManager.class)
    @ConditionalOnSingleCandidate(CacheManager.class)
    @ConditionalOnMissingBean(FragmentCache.class)
    @ConditionalOnBooleanProperty(name = "kida.fragment-cache.use-cache-manager", matchIfMissing = true)
    static class CacheManagerConfiguration {

        @Bean
        @Order(-90)
        KidaEngineCustomizer kidaCacheManagerCustomizer(
                KidaFragmentCacheProperties properties,
                CacheManager caches,
                @Qualifier("applicationTaskExecutor") ObjectProvider<AsyncTaskExecutor> applications,
                ObjectProvider<AsyncTaskExecutor> executors) {
            Cache cache = caches.getCache(properties.getName());
            if (cache == null) {
                logger.info("The cache manager has no cache '" + properties.getName()
                        + "', so fragments of pages are kept in memory");
                return builder -> {};
            }
            // That of the application may be one of several, as soon as something is scheduled.
            Executor executor = applications.getIfAvailable(
                    () -> executors.getIfUnique(() -> new SimpleAsyncTaskExecutor("kida-cache-")));
            FragmentCache fragments = new SpringFragmentCache(cache, executor, Clock.systemUTC());
            return builder -> builder.fragmentCache(fragments);
        }
    }
}
