package dev.kida.benchmarks.http;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.thymeleaf.spring6.context.webflux.ReactiveDataDriverContextVariable;

/** Thymeleaf with one {@code Flux} that is streamed, ten rows at a time, which is the default. */
@Controller
class ReactiveThymeleafDataPages extends ReactiveThymeleaf {

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
