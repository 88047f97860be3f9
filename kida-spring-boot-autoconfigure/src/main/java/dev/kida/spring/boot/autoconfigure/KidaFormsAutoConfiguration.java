package dev.kida.spring.boot.autoconfigure;

import dev.kida.spring.ReactiveTypes;
import dev.kida.spring.form.FormGlobals;
import dev.kida.spring.form.FormSupport;
import dev.kida.spring.webflux.ReactiveForms;
import dev.kida.spring.webmvc.ServletForms;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionService;
import org.springframework.util.function.SingletonSupplier;

/** Auto-configuration of forms: {@code bind()} and the components of {@code kida/forms.html}. */
@AutoConfiguration(
        after = KidaAutoConfiguration.class,
        before = {KidaWebFluxAutoConfiguration.class, KidaWebMvcAutoConfiguration.class})
@ConditionalOnWebApplication
@ConditionalOnBean(ReactiveTypes.class)
public final class KidaFormsAutoConfiguration {

    private static final List<String> CONVERSION_SERVICES = List.of("mvcConversionService", "webFluxConversionService");
    private static final String PROCESSOR = "requestDataValueProcessor";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "kidaFormGlobals")
    KidaEngineCustomizer kidaFormGlobals() {
        return FormGlobals::addTo;
    }

    /** The same for both stacks; an application that has one of its own has replaced it. */
    @Bean
    @ConditionalOnMissingBean
    FormSupport kidaFormSupport(ApplicationContext context, ReactiveTypes types) {
        return new FormSupport(types, conversionService(context), context);
    }

    /** That of the stack, which has the formats of {@code spring.mvc} or {@code spring.webflux}. */
    private static ConversionService conversionService(BeanFactory beans) {
        for (String name : CONVERSION_SERVICES) {
            if (beans.containsBean(name)) {
                return beans.getBean(name, ConversionService.class);
            }
        }
        return ApplicationConversionService.getSharedInstance();
    }

    /**
     * Asked for when the first form is printed, and not before: to make Spring Security's is to make its filters, which ask
     * for Spring's handlers, and those that need a view resolver are left out while the resolver is still being made.
     */
    private static <T> Supplier<? extends @Nullable T> processor(BeanFactory beans, Class<T> type) {
        return beans.containsBean(PROCESSOR) && beans.isTypeMatch(PROCESSOR, type)
                ? SingletonSupplier.of(() -> beans.getBean(PROCESSOR, type))
                : () -> null;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass(org.springframework.web.servlet.support.RequestDataValueProcessor.class)
    static class Servlet {

        @Bean
        @ConditionalOnMissingBean
        ServletForms kidaForms(FormSupport support, BeanFactory beans) {
            return new ServletForms(
                    support, processor(beans, org.springframework.web.servlet.support.RequestDataValueProcessor.class));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    @ConditionalOnClass(org.springframework.web.reactive.result.view.RequestDataValueProcessor.class)
    static class Reactive {

        @Bean
        @ConditionalOnMissingBean
        ReactiveForms kidaForms(FormSupport support, BeanFactory beans) {
            return new ReactiveForms(
                    support,
                    processor(beans, org.springframework.web.reactive.result.view.RequestDataValueProcessor.class));
        }
    }
}
