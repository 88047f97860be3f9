package dev.kida.docs.webmvc;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

@Service
class Station {

    CompletableFuture<List<Departure>> departures() {
        return CompletableFuture.supplyAsync(
                () -> List.of(new Departure("12:04", "Kiel"), new Departure("12:11", "Bremen")), after(1));
    }

    CompletableFuture<String> weather() {
        return CompletableFuture.supplyAsync(() -> "Rain", after(3));
    }

    private static Executor after(int seconds) {
        return CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
    }
}
