package dev.kida.render;

import dev.kida.output.Output;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs units one after the other into one output: a page, or the set-up of a block and the block. */
final class SequenceFrame extends Frame {

    private final Iterator<Invocation> invocations;
    private final Output out;

    SequenceFrame(List<Invocation> invocations, Output out) {
        this.invocations = invocations.iterator();
        this.out = out;
    }

    @Override
    int run() {
        take();
        if (!invocations.hasNext()) {
            return DONE;
        }
        child = new UnitFrame(invocations.next(), out);
        return SUSPENDED;
    }

    @Override
    @Nullable
    Object complete() {
        return null;
    }
}
