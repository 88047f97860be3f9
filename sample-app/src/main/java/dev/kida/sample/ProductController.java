package dev.kida.sample;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** A table that htmx filters, and a form. One controller for both stacks. */
@Controller
class ProductController {

    private final Shop shop;

    ProductController(Shop shop) {
        this.shop = shop;
    }

    /** The whole page, or for htmx the rows alone. */
    @GetMapping("/products")
    String products(
            @RequestParam(name = "q", defaultValue = "") String search,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        model.addAttribute("search", search);
        model.addAttribute("products", shop.products(search));
        return htmx == null ? "products" : "parts/product-rows";
    }

    @GetMapping("/products/new")
    String form(Model model) {
        model.addAttribute("product", new ProductForm());
        return "product-form";
    }

    @PostMapping("/products/new")
    Mono<String> save(@Valid @ModelAttribute("product") ProductForm product, BindingResult result) {
        if (result.hasErrors()) {
            return Mono.just("product-form");
        }
        return shop.add(product).thenReturn("redirect:/products");
    }

    @GetMapping("/login")
    String login(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        model.addAttribute("failed", parameters.containsKey("error"));
        return "login";
    }
}
