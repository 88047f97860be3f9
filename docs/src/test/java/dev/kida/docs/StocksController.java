package dev.kida.docs;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shown in the README. */
@Controller
class StocksController {

    private final Exchange exchange;

    StocksController(Exchange exchange) {
        this.exchange = exchange;
    }

    @GetMapping("/stocks")
    String stocks(Model model) {
        model.addAttribute("day", exchange.day()); // Mono<Day>: takes a second
        model.addAttribute("stocks", exchange.stocks()); // Flux<Stock>: one row now and then
        model.addAttribute("news", exchange.news()); // Flux<Item>: fails on a bad day
        return "stocks";
    }

    interface Exchange {

        Mono<?> day();

        Flux<?> stocks();

        Flux<?> news();
    }
}
