package dev.kida.spring.stack;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Fragment;
import org.springframework.web.reactive.result.view.FragmentsRendering;

/** Several views in one response, on WebFlux. */
@Controller
class WebFluxFragments {

    private final Scenes scenes;

    WebFluxFragments(Scenes scenes) {
        this.scenes = scenes;
    }

    @GetMapping("/fragments")
    FragmentsRendering fragments(@RequestParam("id") List<String> ids) {
        return FragmentsRendering.fragments(ids.stream().map(this::fragment).toList())
                .build();
    }

    private Fragment fragment(String id) {
        Scenes.Scene scene = scenes.get(id);
        return Fragment.create(scene.view(), Map.copyOf(scene.model()));
    }
}
