package dev.kida.spring.stack;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.FragmentsRendering;

/** Several views in one response, on Spring MVC. */
@Controller
class MvcFragments {

    private final Scenes scenes;

    MvcFragments(Scenes scenes) {
        this.scenes = scenes;
    }

    @GetMapping("/fragments")
    FragmentsRendering fragments(@RequestParam("id") List<String> ids) {
        return FragmentsRendering.fragments(ids.stream().map(this::fragment).toList())
                .build();
    }

    private ModelAndView fragment(String id) {
        Scenes.Scene scene = scenes.get(id);
        return new ModelAndView(scene.view(), scene.model());
    }
}
