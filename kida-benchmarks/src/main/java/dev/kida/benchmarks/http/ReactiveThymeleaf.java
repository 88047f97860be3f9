package dev.kida.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;

/** Thymeleaf under WebFlux, set up as Spring Boot does, with compiled expressions. */
abstract class ReactiveThymeleaf {

    @Bean
    ThymeleafReactiveViewResolver thymeleaf() {
        SpringWebFluxTemplateEngine engine = new SpringWebFluxTemplateEngine();
        engine.setTemplateResolver(ThymeleafEngines.resolver());
        engine.setEnableSpringELCompiler(true);
        ThymeleafReactiveViewResolver resolver = new ThymeleafReactiveViewResolver();
        resolver.setTemplateEngine(engine);
        resolver.setDefaultCharset(StandardCharsets.UTF_8);
        resolver.setSupportedMediaTypes(List.of(MediaType.TEXT_HTML));
        return resolver;
    }
}
