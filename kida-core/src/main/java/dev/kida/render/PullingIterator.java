package dev.kida.render;

import dev.kida.output.Output;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Drives a render as far as the next chunk each time one is asked for. */
final class PullingIterator implements ChunkIterator {

    private final Supplier<Run> starter;
    private final Output out;
    private volatile @Nullable Run run;
    private @Nullable Ensemble ensemble;
    private @Nullable String next;
    private volatile boolean finished;

    PullingIterator(Supplier<Run> starter, int limit) {
        this.starter = starter;
        this.out = Output.chars(limit, limit);
    }

    @Override
    public boolean hasNext() {
        while (next == null && !finished) {
            try {
                pull();
            } catch (Throwable problem) {
                end(RenderOutcome.of(problem), problem);
                throw Failures.sneaky(problem);
            }
        }
        return next != null;
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String chunk = java.util.Objects.requireNonNull(next);
        next = null;
        return chunk;
    }

    private void pull() {
        Run started = run;
        if (started == null) {
            started = starter.get();
            run = started;
            ensemble = started.ensemble(out, started.render().options().blockOnAsync());
        }
        Ensemble performers = java.util.Objects.requireNonNull(ensemble);
        Machine.Step step = performers.step();
        if (step == Machine.Step.DONE) {
            out.finish();
        }
        String chunk = out.takeString();
        if (!chunk.isEmpty()) {
            next = chunk;
            started.output(chunk.length(), step != Machine.Step.FULL);
        }
        if (step == Machine.Step.DONE) {
            end(RenderOutcome.SUCCESS, null);
        } else if (step == Machine.Step.WAIT && next == null) {
            BlockingDriver.await(performers, started.render());
        }
    }

    @Override
    public void close() {
        end(RenderOutcome.CANCELLED, null);
    }

    private void end(RenderOutcome outcome, @Nullable Throwable failure) {
        finished = true;
        if (run != null) {
            run.render().close(outcome, failure);
        }
    }
}
