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
    private @Nullable StreamEnding ending;
    private @Nullable String next;
    private boolean begun;
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
                failed(problem);
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
        begun = true;
        return chunk;
    }

    private void failed(Throwable problem) {
        try {
            if (endsInGoodOrder(problem)) {
                return;
            }
        } catch (Throwable worse) {
            problem.addSuppressed(worse);
        }
        end(RenderOutcome.of(problem), problem);
        throw Failures.sneaky(ending == null ? problem : ending.first(problem));
    }

    /** Whether the page goes on with what it has for this case. */
    private boolean endsInGoodOrder(Throwable problem) {
        Run rest = ending == null || !begun || finished ? null : ending.after(problem, out);
        if (rest == null) {
            return false;
        }
        run = rest;
        ensemble = rest.ensemble(out, rest.render().options().blockOnAsync());
        return true;
    }

    private void pull() {
        Run started = run;
        if (started == null) {
            started = starter.get();
            run = started;
            ending = StreamEnding.of(started);
            ensemble = started.ensemble(out, started.render().options().blockOnAsync());
        }
        Ensemble performers = java.util.Objects.requireNonNull(ensemble);
        Machine.Step step = performers.step();
        if (step == Machine.Step.DONE) {
            if (ending != null) {
                ending.finish(out);
            }
            out.finish();
        }
        String chunk = out.takeString();
        if (!chunk.isEmpty()) {
            next = chunk;
            if (ending != null) {
                ending.sent(chunk);
            }
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
