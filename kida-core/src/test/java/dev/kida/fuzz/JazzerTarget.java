package dev.kida.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What Jazzer calls, in a process of its own, with inputs that reach more and more of the engine. */
public final class JazzerTarget {

    private static final Logger LOG = Logger.getLogger("dev.kida");

    private static final Oracle ORACLE = new Oracle();

    private JazzerTarget() {}

    /** Called once. */
    public static void fuzzerInitialize() {
        LOG.setLevel(Level.OFF);
    }

    /** Throws what is wrong with how the engine treats an input. */
    public static void fuzzerTestOneInput(byte[] input) throws Throwable {
        Throwable wrong = ORACLE.check(new String(input, StandardCharsets.UTF_8));
        if (wrong != null) {
            throw wrong;
        }
    }
}
