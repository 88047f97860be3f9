package dev.kida.value;

/** The value of a missing attribute when undefined attributes are tolerated: falsy, empty, equal only to itself. */
public final class Undefined {

    /** The only instance. */
    public static final Undefined INSTANCE = new Undefined();

    private Undefined() {}

    @Override
    public String toString() {
        return "";
    }
}
