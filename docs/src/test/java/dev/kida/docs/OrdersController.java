package dev.kida.docs;

import dev.kida.spring.HtmxBlock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the page on HTMX shows. */
@Controller
class OrdersController {

    private final Shop shop;

    OrdersController(Shop shop) {
        this.shop = shop;
    }

    @GetMapping("/orders")
    @HtmxBlock("rows")
    String orders(Model model) {
        model.addAttribute("orders", shop.orders());
        return "orders";
    }

    /** Where orders come from. */
    interface Shop {

        List<String> orders();
    }
}
