package dev.kida.spring.observation;

import dev.kida.render.RenderOutcome;
import dev.kida.render.RenderStart;
import io.micrometer.observation.Observation;

/** What is observed of a render. */
public final class RenderObservationContext extends Observation.Context {

    private final RenderStart start;
    private volatile RenderOutcome outcome = RenderOutcome.SUCCESS;

    /** A render that begins. */
    public RenderObservationContext(RenderStart start) {
        this.start = start;
    }

    /** What was known when it began. */
    public RenderStart start() {
        return start;
    }

    /** How it ended. */
    public RenderOutcome outcome() {
        return outcome;
    }

    void ended(RenderOutcome how) {
        outcome = how;
    }
}
