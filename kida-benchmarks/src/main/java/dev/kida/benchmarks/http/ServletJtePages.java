package dev.kida.benchmarks.http;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import reactor.core.publisher.Flux;

/** jte under Spring MVC: one buffer, with its length. */
@Controller
class ServletJtePages {

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
        model.addAttribute("title", Items.TITLE)
                .addAttribute("items", items.collectList().block());
        return view;
    }

    private static final class JteView implements View {

        private final JtePage page = new JtePage();

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Utf8ByteOutput output = page.render(Map.of("title", model.get("title"), "items", model.get("items")));
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
