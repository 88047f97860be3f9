package dev.kida.spring.stack;

import dev.kida.spring.HtmxBlock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Handlers that are more than a view and a model, unchanged on both stacks. */
@Controller
class FeatureController {

    private final Scenes scenes;

    FeatureController(Scenes scenes) {
        this.scenes = scenes;
    }

    @HtmxBlock("rows")
    @GetMapping("/htmx/{id}")
    String htmx(@PathVariable("id") String id, Model model) {
        return show(id, model);
    }

    @HtmxBlock({"rows", "count"})
    @HtmxBlock(value = "count", target = "counter")
    @GetMapping("/htmx-choice/{id}")
    String choice(@PathVariable("id") String id, Model model) {
        return show(id, model);
    }

    /** The view is named by the path. */
    @GetMapping("/named/**")
    void named() {}

    private String show(String id, Model model) {
        scenes.get(id).model().forEach(model::addAttribute);
        return scenes.get(id).view();
    }
}
