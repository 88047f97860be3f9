package dev.kida.sample;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Watches the sources of a page: how many are open, and how each of them ended. Close the browser's tab while the page
 * loads, and the log says that its sources were cancelled.
 */
@Component
class Sources {

    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    private final AtomicLong open = new AtomicLong();
    private final AtomicLong completed = new AtomicLong();
    private final AtomicLong cancelled = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    /** How many sources are open now, and how many have ended in which way since the start. */
    record Counts(long open, long completed, long cancelled, long failed) {}

    Counts counts() {
        return new Counts(open.get(), completed.get(), cancelled.get(), failed.get());
    }

    <T> Mono<T> watch(String name, Mono<T> source) {
        return Mono.defer(() -> {
            Watch watch = new Watch(name);
            return source.doOnNext(watch::item).doFinally(watch::ended);
        });
    }

    <T> Flux<T> watch(String name, Flux<T> source) {
        return Flux.defer(() -> {
            Watch watch = new Watch(name);
            return source.doOnNext(watch::item).doFinally(watch::ended);
        });
    }

    /** One subscription to one source. */
    private final class Watch {

        private final String name;
        private final AtomicLong items = new AtomicLong();

        Watch(String name) {
            this.name = name;
            open.incrementAndGet();
            LOG.debug("Source '{}' opened", name);
        }

        void item(Object item) {
            items.incrementAndGet();
        }

        void ended(SignalType how) {
            switch (how) {
                case CANCEL -> cancelled.incrementAndGet();
                case ON_ERROR -> failed.incrementAndGet();
                default -> completed.incrementAndGet();
            }
            open.decrementAndGet();
            if (how == SignalType.CANCEL) {
                LOG.info("Source '{}' cancelled after {} item(s): nobody reads the page any more", name, items);
            } else {
                LOG.debug("Source '{}' ended with {} after {} item(s)", name, how, items);
            }
        }
    }
}
