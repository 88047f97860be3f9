package dev.kida.spring.boot.autoconfigure;

import dev.kida.spring.PageContentType;
import dev.kida.spring.ReactiveTypes;
import dev.kida.spring.TemplateLookup;
import dev.kida.spring.webflux.KidaReactiveViewResolver;
import dev.kida.spring.webflux.ReactiveRenderCustomizer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;
import org.springframework.web.reactive.result.view.ViewResolver;

/** Auto-configuration of Kida views for Spring WebFlux. */
@AutoConfiguration(
        after = KidaAutoConfiguration.class,
        afterName = "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(ViewResolver.class)
@ConditionalOnBean(TemplateLookup.class)
public final class KidaWebFluxAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "kidaReactiveViewResolver")
    KidaReactiveViewResolver kidaReactiveViewResolver(
            TemplateLookup templates,
            ReactiveTypes types,
            KidaProperties properties,
            ObjectProvider<ReactiveRenderCustomizer> customizers) {
        return new KidaReactiveViewResolver(
                templates,
                types,
                mediaTypes(properties),
                properties.getOrder(),
                customizers.orderedStream().toList());
    }

    /** The content type first: it is what a client gets that accepts anything. */
    private static List<MediaType> mediaTypes(KidaProperties properties) {
        List<MediaType> mediaTypes = new ArrayList<>();
        mediaTypes.add(PageContentType.utf8(properties.getContentType()));
        for (MimeType type : properties.getReactive().getMediaTypes()) {
            MediaType mediaType = PageContentType.utf8(type);
            if (!mediaTypes.contains(mediaType)) {
                mediaTypes.add(mediaType);
            }
        }
        return mediaTypes;
    }
}
