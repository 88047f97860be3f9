package dev.kida.benchmarks.http;

import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.AbstractView;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** jte under WebFlux, in the way of its own starter: Spring resolves the model, then the page is one buffer. */
@Controller
class ReactiveJtePages {

    private final View view = new JteView();

    @GetMapping("/page")
    View page(Model model) {
        return show(model, Items.ready());
    }

    @GetMapping("/slow")
    View slow(Model model) {
        return show(model, Items.slow());
    }

    private View show(Model model, Flux<Item> items) {
        model.addAttribute("title", Items.TITLE).addAttribute("items", items);
        return view;
    }

    private static final class JteView extends AbstractView {

        private final JtePage page = new JtePage();

        @Override
        protected Mono<Void> renderInternal(
                Map<String, Object> model, @Nullable MediaType contentType, ServerWebExchange exchange) {
            Utf8ByteOutput output = page.render(Map.of("title", model.get("title"), "items", model.get("items")));
            exchange.getResponse().getHeaders().setContentLength(output.getContentLength());
            DataBuffer buffer = exchange.getResponse().bufferFactory().wrap(output.toByteArray());
            return exchange.getResponse().writeWith(Mono.just(buffer));
        }
    }
}
