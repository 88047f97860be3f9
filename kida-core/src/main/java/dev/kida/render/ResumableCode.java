package dev.kida.render;

/** The resumable shape of a template: its units stop where they have to wait. Base of generated classes. */
public abstract class ResumableCode {

    /**
     * Runs or continues one unit.
     *
     * @return one of {@link Frame#DONE}, {@link Frame#SUSPENDED}, {@link Frame#FULL}, {@link Frame#FLUSH}
     */
    public abstract int run(int unit, UnitFrame frame);
}
