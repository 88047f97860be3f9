package dev.kida.sample;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import reactor.core.publisher.Flux;

/** The pages of the shop. The sources go into the model as they are; the template reads them when it gets to them. */
@Controller
class ShopController {

    private final Shop shop;
    private final Sources sources;

    ShopController(Shop shop, Sources sources) {
        this.shop = shop;
        this.sources = sources;
    }

    @GetMapping("/")
    String dashboard(Model model) {
        model.addAttribute("takings", shop.takings());
        model.addAttribute("orders", shop.orders());
        model.addAttribute("products", shop.products());
        return "dashboard";
    }

    /** The same sources, each in a section that comes when it is ready. */
    @GetMapping("/deferred")
    String deferred(Model model) {
        dashboard(model);
        return "deferred";
    }

    /** A table as long as one likes: its rows are made while it is read, never kept. */
    @GetMapping("/rows")
    String rows(@RequestParam(name = "count", defaultValue = "1000") int count, Model model) {
        Flux<Row> rows = Flux.range(1, Math.max(count, 0)).map(Row::of);
        model.addAttribute("count", count);
        model.addAttribute("rows", sources.watch("rows", rows));
        return "rows";
    }

    @GetMapping("/sources")
    @ResponseBody
    Sources.Counts sources() {
        return sources.counts();
    }
}
