package dev.kida.benchmarks.http;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Kida's views under WebFlux, as the starter sets them up. */
@Controller
class ReactiveKidaPages {

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
