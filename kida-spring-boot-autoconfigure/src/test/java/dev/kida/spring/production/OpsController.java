package dev.kida.spring.production;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** Pages for either stack. */
@Controller
class OpsController {

    static final String SECRET = "top<secret>";

    @GetMapping("/page")
    String page(Model model) {
        model.addAttribute("title", "Orders");
        model.addAttribute("slow", Mono.fromSupplier(() -> "now").cache());
        return "page";
    }

    @GetMapping("/never")
    String never(Model model) {
        model.addAttribute("never", Mono.never());
        return "never";
    }

    @GetMapping("/late/{view}")
    String late(@PathVariable String view, Model model) {
        model.addAttribute("secret", SECRET);
        model.addAttribute(
                "failing",
                Mono.delay(java.time.Duration.ofMillis(1))
                        .then(Mono.error(new IllegalStateException("</dialog><script>alert(1)</script>"))));
        return view;
    }

    @GetMapping("/show/{view}")
    String show(@PathVariable String view, Model model) {
        model.addAllAttributes(Map.of("secret", SECRET, "count", 42));
        return view;
    }

    @GetMapping("/throws")
    String fails() {
        throw new IllegalStateException("no template involved");
    }
}
