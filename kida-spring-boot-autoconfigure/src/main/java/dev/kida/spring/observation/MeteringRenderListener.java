package dev.kida.spring.observation;

import dev.kida.render.AwaitWatch;
import dev.kida.render.Awaited;
import dev.kida.render.Compilation;
import dev.kida.render.RenderListener;
import dev.kida.render.RenderOutcome;
import dev.kida.render.RenderStart;
import dev.kida.render.RenderWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Counts what observations do not tell: the time to the first flush, the size of pages, sections, timeouts, compilations.
 * How long renders and waits take is what their observations say.
 */
public final class MeteringRenderListener implements RenderListener {

    private final MeterRegistry meters;

    /** Counts in this registry. */
    public MeteringRenderListener(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public RenderWatch onStart(RenderStart start) {
        return new Watch(Keys.view(start), Keys.stack(start));
    }

    @Override
    public void onCompile(Compilation compilation) {
        Timer.builder("kida.compile")
                .description("Compilations of templates")
                .tag("outcome", compilation.failure() == null ? "success" : "error")
                .register(meters)
                .record(compilation.time());
    }

    private final class Watch implements RenderWatch {

        private final String view;
        private final String stack;
        private final Timer.Sample begin = Timer.start(meters);
        private long size;
        private boolean flushed;

        Watch(String view, String stack) {
            this.view = view;
            this.stack = stack;
        }

        @Override
        public AwaitWatch onAwait(Awaited awaited) {
            return (outcome, failure) -> awaited(awaited, outcome);
        }

        private void awaited(Awaited awaited, RenderOutcome outcome) {
            String kind = awaited.kind().name().toLowerCase(Locale.ROOT);
            if (awaited.kind() == Awaited.Kind.SECTION) {
                Counter.builder("kida.sections")
                        .description("Deferred sections of pages")
                        .tags("view", view, "outcome", Keys.outcome(outcome))
                        .register(meters)
                        .increment();
            }
            if (outcome == RenderOutcome.TIMEOUT) {
                Counter.builder("kida.timeouts")
                        .description("Sources and sections that took too long")
                        .tags("view", view, "kind", kind)
                        .register(meters)
                        .increment();
            }
        }

        @Override
        public void onOutput(long bytes, boolean flush) {
            size += bytes;
            if (flush && !flushed) {
                flushed = true;
                firstFlush();
            }
        }

        private void firstFlush() {
            begin.stop(Timer.builder("kida.render.first.flush")
                    .description("Time until the first part of a page is sent")
                    .tags("view", view, "stack", stack)
                    .register(meters));
        }

        @Override
        public void onEnd(RenderOutcome outcome, @Nullable Throwable failure) {
            if (!flushed && outcome == RenderOutcome.SUCCESS) {
                firstFlush();
            }
            DistributionSummary.builder("kida.render.size")
                    .description("Size of what was rendered")
                    .baseUnit("bytes")
                    .tags("view", view, "stack", stack, "outcome", Keys.outcome(outcome))
                    .register(meters)
                    .record((double) size);
        }
    }
}
