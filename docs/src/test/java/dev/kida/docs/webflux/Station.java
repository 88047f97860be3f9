package dev.kida.docs.webflux;

import java.time.Duration;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Service
class Station {

    Flux<Departure> departures() {
        return Flux.just(new Departure("12:04", "Kiel"), new Departure("12:11", "Bremen"))
                .delayElements(Duration.ofSeconds(1));
    }

    Mono<String> weather() {
        return Mono.just("Rain").delayElement(Duration.ofSeconds(3));
    }
}
