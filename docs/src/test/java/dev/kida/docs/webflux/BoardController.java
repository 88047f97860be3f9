package dev.kida.docs.webflux;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class BoardController {

    private final Station station;

    BoardController(Station station) {
        this.station = station;
    }

    @GetMapping("/")
    String board(Model model) {
        model.addAttribute("name", "Hamburg Hbf");
        model.addAttribute("departures", station.departures());
        model.addAttribute("weather", station.weather());
        return "board";
    }
}
