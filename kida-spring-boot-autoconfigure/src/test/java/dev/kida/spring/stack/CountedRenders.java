package dev.kida.spring.stack;

import dev.kida.render.AwaitWatch;
import dev.kida.render.Awaited;
import dev.kida.render.RenderListener;
import dev.kida.render.RenderOutcome;
import dev.kida.render.RenderStart;
import dev.kida.render.RenderWatch;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts renders and waits that have begun and not ended, and how renders ended. */
final class CountedRenders implements RenderListener {

    private final AtomicLong open = new AtomicLong();
    private final Map<RenderOutcome, AtomicLong> ended = new EnumMap<>(RenderOutcome.class);

    CountedRenders() {
        for (RenderOutcome outcome : RenderOutcome.values()) {
            ended.put(outcome, new AtomicLong());
        }
    }

    @Override
    public RenderWatch onStart(RenderStart start) {
        open.incrementAndGet();
        return new RenderWatch() {
            @Override
            public AwaitWatch onAwait(Awaited awaited) {
                open.incrementAndGet();
                return (outcome, failure) -> open.decrementAndGet();
            }

            @Override
            public void onEnd(RenderOutcome outcome, @Nullable Throwable failure) {
                ended.get(outcome).incrementAndGet();
                open.decrementAndGet();
            }
        };
    }

    long open() {
        return open.get();
    }

    long ended(RenderOutcome outcome) {
        return ended.get(outcome).get();
    }
}
