package dev.kida.spring.stack;

import dev.kida.spring.HtmxBlock;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

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

    /** Its rows cannot be had; if it says why, the view is that of an exception handler. */
    @HtmxBlock("rows")
    @GetMapping("/htmx-failure")
    String failure(@RequestParam(name = "view", required = false) String view) {
        throw view == null ? new IllegalStateException("no rows") : new IllegalArgumentException(view);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String refused(IllegalArgumentException reason) {
        return reason.getMessage();
    }

    @GetMapping("/status/{status}")
    String status(@PathVariable("status") int status) {
        throw new ResponseStatusException(HttpStatusCode.valueOf(status), "secret reason");
    }

    /** The view is named by the path. */
    @GetMapping("/named/**")
    void named() {}

    /** The block is named by the request. */
    @GetMapping("/select/{id}")
    String select(@PathVariable("id") String id, @RequestParam("block") String block, Model model) {
        return show(id, model) + "#" + block;
    }

    /** The end of the name is that of the request. */
    @GetMapping("/folder")
    String folder(@RequestParam("name") String name) {
        return "folder/" + name;
    }

    /** Paths that would be the names of other views. */
    @GetMapping({"/{path:redirect:.*}/**", "/{path:forward:.*}/**", "/{path:.*::.*}/**"})
    void elsewhere() {}

    private String show(String id, Model model) {
        scenes.get(id).model().forEach(model::addAttribute);
        return scenes.get(id).view();
    }
}
