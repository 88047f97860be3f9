package dev.kida.spring.observation;

import dev.kida.render.Awaited;
import dev.kida.render.RenderOutcome;
import dev.kida.render.RenderStart;
import io.micrometer.observation.Observation;

/** What is observed of a source or section that a render waits for. */
public final class AwaitObservationContext extends Observation.Context {

    private final RenderStart render;
    private final Awaited awaited;
    private volatile RenderOutcome outcome = RenderOutcome.SUCCESS;

    /** Something that a render begins to wait for. */
    public AwaitObservationContext(RenderStart render, Awaited awaited) {
        this.render = render;
        this.awaited = awaited;
    }

    /** The render that waits. */
    public RenderStart render() {
        return render;
    }

    /** What it waits for. */
    public Awaited awaited() {
        return awaited;
    }

    /** How it ended. */
    public RenderOutcome outcome() {
        return outcome;
    }

    void ended(RenderOutcome how) {
        outcome = how;
    }
}
