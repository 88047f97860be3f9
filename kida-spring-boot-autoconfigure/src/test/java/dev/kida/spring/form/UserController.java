package dev.kida.spring.form;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** One controller with a form, unchanged on both stacks. */
@Controller
class UserController {

    static final AtomicInteger LOADED = new AtomicInteger();

    public record Article(int code, String title) {}

    @ModelAttribute("colours")
    User.Colour[] colours() {
        return User.Colour.values();
    }

    @GetMapping("/user")
    String show(Model model) {
        model.addAttribute("user", ada());
        return "forms/user";
    }

    /** The form object comes from a reactive repository. */
    @GetMapping("/user/late")
    String late(
            @RequestParam(name = "view", defaultValue = "forms/user") String view,
            @RequestParam(name = "millis", defaultValue = "0") long millis,
            Model model) {
        Mono<User> user = Mono.fromSupplier(() -> {
            LOADED.incrementAndGet();
            return ada();
        });
        // Without a delay the page is complete when MockMvc returns, which does not wait for views.
        model.addAttribute(
                "user",
                millis == 0 ? user : Mono.delay(Duration.ofMillis(millis)).then(user));
        return view;
    }

    /** Both the form object and what is wrong with it are still to come. */
    @GetMapping("/user/late-errors")
    String lateErrors(Model model) {
        User user = ada();
        model.addAttribute("user", Mono.just(user));
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "user", Mono.<BindingResult>fromSupplier(() -> {
            BindingResult result = new BeanPropertyBindingResult(user, "user");
            result.rejectValue("email", "taken", "That one is taken, too");
            return result;
        }));
        return "forms/user";
    }

    @PostMapping("/user")
    String save(@Valid @ModelAttribute("user") User user, BindingResult result) {
        if (user.getEmail() != null && user.getEmail().startsWith("taken")) {
            result.reject("taken", "That one is taken");
        }
        return result.hasErrors() ? "forms/user" : "redirect:/user";
    }

    @GetMapping("/bind")
    String bind(Model model) {
        model.addAttribute("user", ada());
        return "forms/bind";
    }

    @GetMapping("/nothing")
    String nothing() {
        return "forms/bind";
    }

    @GetMapping("/search")
    String search(@RequestParam("action") String action, @RequestParam("method") String method, Model model) {
        model.addAttribute("action", action);
        model.addAttribute("method", method);
        return "forms/search";
    }

    @GetMapping("/choices")
    String choices(Model model) {
        User user = ada();
        user.setSize("2");
        Map<String, Object> grouped = new LinkedHashMap<>();
        grouped.put("Small ones", Map.of("1", "One"));
        grouped.put("Large ones", Map.of("2", "Two"));
        model.addAttribute("user", user);
        model.addAttribute("sizes", grouped);
        model.addAttribute("articles", List.of(new Article(1, "<One>"), new Article(2, "Two")));
        model.addAttribute("roles", List.of("ADMIN", "EDITOR"));
        return "forms/choices";
    }

    static User ada() {
        User user = new User();
        user.setEmail("ada@example.org");
        user.setPassword("secret");
        user.setAge(36);
        user.setBio("first\nsecond </textarea>");
        user.setColour(User.Colour.GREEN);
        user.setNewsletter(true);
        user.setRoles(List.of("EDITOR"));
        user.setSize("l");
        return user;
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
