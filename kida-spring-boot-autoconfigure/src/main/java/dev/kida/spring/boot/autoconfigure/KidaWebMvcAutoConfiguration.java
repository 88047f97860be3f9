package dev.kida.spring.boot.autoconfigure;

import dev.kida.spring.PageContentType;
import dev.kida.spring.ReactiveTypes;
import dev.kida.spring.TemplateLookup;
import dev.kida.spring.webmvc.KidaViewResolver;
import dev.kida.spring.webmvc.PageHandBackFilter;
import dev.kida.spring.webmvc.PageRendering;
import dev.kida.spring.webmvc.ServletRenderCustomizer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.web.servlet.ViewResolver;

/** Auto-configuration of Kida views for Spring MVC. */
@AutoConfiguration(
        after = KidaAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(ViewResolver.class)
@ConditionalOnBean(TemplateLookup.class)
public final class KidaWebMvcAutoConfiguration {

    /** Longer than any page is waited for, and still a number of nanoseconds. */
    private static final Duration FOREVER = Duration.ofDays(36_500);

    @Bean
    @ConditionalOnMissingBean
    PageRendering kidaPageRendering(
            KidaProperties properties,
            ReactiveTypes types,
            Environment environment,
            @Qualifier("applicationTaskExecutor") ObjectProvider<AsyncTaskExecutor> executor,
            ObjectProvider<ServletRenderCustomizer> customizers) {
        Duration wait = properties.getAsyncTimeout();
        return new PageRendering(
                types,
                PageContentType.utf8(properties.getContentType()),
                Math.toIntExact(properties.getChunkSize().toBytes()),
                wait.isZero() || wait.isNegative() ? FOREVER : wait,
                properties.getServlet().getAsyncTimeout(),
                executor(environment, executor),
                customizers.orderedStream().toList());
    }

    /** None with virtual threads: blocking the request's own is cheap then, and keeps everything that is bound to it. */
    private static @Nullable AsyncTaskExecutor executor(
            Environment environment, ObjectProvider<AsyncTaskExecutor> executor) {
        if (Threading.VIRTUAL.isActive(environment)) {
            return null;
        }
        return executor.getIfAvailable(() -> new SimpleAsyncTaskExecutor("kida-"));
    }

    @Bean
    @ConditionalOnMissingBean
    PageHandBackFilter kidaPageHandBackFilter() {
        return new PageHandBackFilter();
    }

    @Bean
    @ConditionalOnMissingBean(name = "kidaViewResolver")
    KidaViewResolver kidaViewResolver(TemplateLookup templates, PageRendering rendering, KidaProperties properties) {
        return new KidaViewResolver(templates, rendering, properties.getOrder());
    }
}
