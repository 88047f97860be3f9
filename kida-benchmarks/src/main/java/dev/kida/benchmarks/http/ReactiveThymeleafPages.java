package dev.kida.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;
import org.thymeleaf.spring6.context.webflux.ReactiveDataDriverContextVariable;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;

/** Thymeleaf under WebFlux, set up as Spring Boot does, with compiled expressions. */
class ReactiveThymeleafPages {

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

    /** One {@code Flux} is streamed, ten rows at a time, which is the default. */
    @Controller
    static class DataDriven extends ReactiveThymeleafPages {

        private static final int ROWS = 10;

        @GetMapping("/page")
        String page(Model model) {
            model.addAttribute("title", Items.TITLE)
                    .addAttribute("items", new ReactiveDataDriverContextVariable(Items.ready(), ROWS));
            return "rows";
        }

        @GetMapping("/slow")
        String slow(Model model) {
            model.addAttribute("title", Items.TITLE)
                    .addAttribute("items", new ReactiveDataDriverContextVariable(Items.slow(), ROWS));
            return "rows";
        }
    }

    /** Spring resolves the model first. */
    @Controller
    static class Buffered extends ReactiveThymeleafPages {

        @GetMapping("/page")
        String page(Model model) {
            model.addAttribute("title", Items.TITLE).addAttribute("items", Items.ready());
            return "rows";
        }

        @GetMapping("/slow")
        String slow(Model model) {
            model.addAttribute("title", Items.TITLE).addAttribute("items", Items.slow());
            return "rows";
        }
    }
}
