package dev.kida.spring.stack;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.FragmentsRendering;
import reactor.core.publisher.Flux;

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

    @GetMapping("/events/{id}")
    Flux<ServerSentEvent<ModelAndView>> events(@PathVariable("id") String id) {
        return ids(id).map(each ->
                ServerSentEvent.builder(fragment(each)).event("row").build());
    }

    /** The handler says what the page is, and is wrong about its charset. */
    @GetMapping("/typed/{id}")
    String typed(@PathVariable("id") String id, Model model, HttpServletResponse response) {
        response.setContentType("text/plain;charset=ISO-8859-1");
        model.addAllAttributes(scenes.get(id).model());
        return scenes.get(id).view();
    }

    private Flux<String> ids(String stream) {
        return Flux.from((Publisher<?>) scenes.get(stream).model().get("ids")).cast(String.class);
    }

    private ModelAndView fragment(String id) {
        Scenes.Scene scene = scenes.get(id);
        return new ModelAndView(scene.view(), scene.model());
    }
}
