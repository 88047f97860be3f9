package dev.kida.spring.boot.autoconfigure;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** A controller for the test slices, with the application it belongs to. */
@Controller
class SliceController {

    @GetMapping("/hello")
    String hello(Model model) {
        model.addAttribute("name", Mono.just("slice"));
        return "hello";
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
