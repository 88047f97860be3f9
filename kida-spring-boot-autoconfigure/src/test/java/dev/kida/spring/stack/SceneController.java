package dev.kida.spring.stack;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** One controller, unchanged on both stacks. */
@Controller
class SceneController {

    private final Scenes scenes;

    SceneController(Scenes scenes) {
        this.scenes = scenes;
    }

    @GetMapping("/scene/{id}")
    String scene(@PathVariable("id") String id, Model model) {
        scenes.get(id).model().forEach(model::addAttribute);
        return scenes.get(id).view();
    }

    @GetMapping("/later/{id}")
    Mono<String> later(@PathVariable("id") String id, Model model) {
        return Mono.fromCallable(() -> scene(id, model));
    }

    @GetMapping(path = "/plain/{id}", produces = "text/plain")
    String plain(@PathVariable("id") String id, Model model) {
        return scene(id, model);
    }

    @GetMapping("/attributes/{id}")
    String attributes(@PathVariable("id") String id, Map<String, Object> model) {
        model.putAll(scenes.get(id).model());
        return scenes.get(id).view();
    }
}
