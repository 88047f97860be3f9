package dev.kida.benchmarks.http;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import reactor.core.publisher.Flux;

/** Thymeleaf under Spring MVC, set up as Spring Boot does, with compiled expressions. */
@Controller
class ServletThymeleafPages {

    @Bean
    ThymeleafViewResolver thymeleaf() {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(ThymeleafEngines.resolver());
        engine.setEnableSpringELCompiler(true);
        ThymeleafViewResolver resolver = new ThymeleafViewResolver();
        resolver.setTemplateEngine(engine);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    @GetMapping("/page")
    String page(Model model) {
        return show(model, Items.ready());
    }

    @GetMapping("/slow")
    String slow(Model model) {
        return show(model, Items.slow());
    }

    private static String show(Model model, Flux<Item> items) {
        model.addAttribute("title", Items.TITLE)
                .addAttribute("items", items.collectList().block());
        return "rows";
    }
}
