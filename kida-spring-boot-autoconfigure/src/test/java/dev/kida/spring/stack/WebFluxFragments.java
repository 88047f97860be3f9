package dev.kida.spring.stack;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Fragment;
import org.springframework.web.reactive.result.view.FragmentsRendering;
import reactor.core.publisher.Flux;

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

    @GetMapping("/fragment-stream/{id}")
    Flux<Fragment> stream(@PathVariable("id") String id) {
        return ids(id).map(this::fragment);
    }

    @GetMapping("/events/{id}")
    Flux<ServerSentEvent<Fragment>> events(@PathVariable("id") String id) {
        return ids(id).map(each ->
                ServerSentEvent.builder(fragment(each)).event("row").build());
    }

    /** The handler says what the page is, and is wrong about its charset. */
    @GetMapping("/typed/{id}")
    String typed(@PathVariable("id") String id, Model model, ServerHttpResponse response) {
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.ISO_8859_1));
        model.addAllAttributes(scenes.get(id).model());
        return scenes.get(id).view();
    }

    private Flux<String> ids(String stream) {
        return Flux.from((Publisher<?>) scenes.get(stream).model().get("ids")).cast(String.class);
    }

    private Fragment fragment(String id) {
        Scenes.Scene scene = scenes.get(id);
        return Fragment.create(scene.view(), new HashMap<>(scene.model()));
    }
}
