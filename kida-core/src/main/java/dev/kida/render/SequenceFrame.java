package dev.kida.render;

import dev.kida.output.Output;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs units one after the other into one output: a page, or the set-up of a block and the block. */
final class SequenceFrame extends Frame {

    private final Iterator<Activation> runs;
    private final Output out;

    SequenceFrame(List<Activation> runs, Output out) {
        this.runs = runs.iterator();
        this.out = out;
    }

    @Override
    int run() {
        take();
        if (!runs.hasNext()) {
            return DONE;
        }
        child = new UnitFrame(runs.next(), out);
        return SUSPENDED;
    }

    @Override
    @Nullable
    Object complete() {
        return null;
    }
}
