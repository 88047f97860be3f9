package dev.kida.benchmarks.http;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Thymeleaf with a model that Spring resolves first. */
@Controller
class ReactiveThymeleafPages extends ReactiveThymeleaf {

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
