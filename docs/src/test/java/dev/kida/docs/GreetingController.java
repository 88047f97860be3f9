package dev.kida.docs;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shown in getting-started.md. */
@Controller
class GreetingController {

    @GetMapping("/hello/{name}")
    String hello(@PathVariable("name") String name, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("visits", 3);
        return "greeting";
    }
}
