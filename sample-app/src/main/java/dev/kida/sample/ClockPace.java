package dev.kida.sample;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pace of {@link ShopProperties}. */
@Component
final class ClockPace implements Pace {

    private final ShopProperties properties;

    ClockPace(ShopProperties properties) {
        this.properties = properties;
    }

    @Override
    public <T> Mono<T> one(String source, Mono<T> value) {
        Duration delay = delay(source);
        return delay.isZero() ? value : value.delayElement(delay);
    }

    @Override
    public <T> Flux<T> each(String source, Flux<T> rows) {
        Duration delay = delay(source);
        return delay.isZero() ? rows : rows.delayElements(delay);
    }

    private Duration delay(String source) {
        return switch (source) {
            case "takings" -> properties.takingsAfter();
            case "orders" -> properties.orderEvery();
            case "products" -> properties.productEvery();
            default -> Duration.ZERO;
        };
    }
}
