package dev.kida.render;

import dev.kida.output.Output;

/** The straight shape of a template: its units run to their end on the calling thread. Base of generated classes. */
public abstract class StraightCode {

    /** Runs one unit. */
    public abstract void run(int unit, Activation activation, Output out);
}
