package dev.kida.sample;

import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What goes wrong, and what it then looks like: in the browser and in the log. */
@Controller
@RequestMapping("/errors")
class ErrorsController {

    @GetMapping
    String overview() {
        return "errors/overview";
    }

    /** The template uses a name that the model does not have. */
    @GetMapping("/undefined")
    String undefined(Model model) {
        model.addAttribute("customer", "Ada");
        return "errors/undefined";
    }

    /** The template cannot be compiled. */
    @GetMapping("/syntax")
    String syntax() {
        return "errors/syntax";
    }

    /** No template has this name. */
    @GetMapping("/missing")
    String missing() {
        return "errors/no-such-template";
    }

    /** The name of an included template comes from data and tries to leave the folder. */
    @GetMapping("/outside")
    String outside(Model model) {
        model.addAttribute("part", "../../etc/passwd");
        return "errors/outside";
    }

    /** A source fails while nothing has been sent: a normal error page with its status. */
    @GetMapping("/before")
    String before(Model model) {
        model.addAttribute("total", Mono.error(new IllegalStateException("the till does not answer")));
        return "errors/before";
    }

    /** A source fails when part of the page is out: the transfer breaks off, so nobody takes it for the whole. */
    @GetMapping("/after")
    String after(Model model) {
        model.addAttribute("lines", failingLines());
        return "errors/after";
    }

    /** The same source inside {@code try}: the page says so and goes on. */
    @GetMapping("/caught")
    String caught(Model model) {
        model.addAttribute("lines", failingLines());
        return "errors/caught";
    }

    private static Flux<String> failingLines() {
        return Flux.just("first", "second", "third")
                .delayElements(Duration.ofMillis(200))
                .concatWith(Mono.error(new IllegalStateException("the list broke off")));
    }
}
