package dev.kida.benchmarks.http;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/** What the pages show. */
final class Items {

    static final String TITLE = "Stock & Prices";

    private static final int READY = 100;
    private static final int SLOW = 20;
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final List<String> CATEGORIES = List.of("Tools", "Garden", "Toys & Games", "Books", "Music");

    private static final List<Item> ITEMS = IntStream.rangeClosed(1, READY)
            .mapToObj(id ->
                    new Item(id, "Item no. " + id, CATEGORIES.get(id % CATEGORIES.size()), id * 5 / 4.0, id * 7 % 23))
            .toList();

    private Items() {}

    /** A hundred rows that are there. */
    static Flux<Item> ready() {
        return Flux.fromIterable(ITEMS);
    }

    /** Rows that come one after the other. */
    static Flux<Item> slow() {
        return ready().take(SLOW).delayElements(PAUSE);
    }
}
