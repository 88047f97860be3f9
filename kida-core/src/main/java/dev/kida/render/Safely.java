package dev.kida.render;

/**
 * Runs code of others that must not keep a render from going on, or from ending: whatever it throws, errors of the JVM too,
 * is logged and no more.
 */
final class Safely {

    private static final System.Logger LOG = System.getLogger("dev.kida");

    private Safely() {}

    /**
     * @param what what is done, for the log
     */
    static void run(System.Logger.Level level, String what, Action action) {
        try {
            action.run();
        } catch (Throwable problem) {
            log(level, what, problem);
        }
    }

    static void log(System.Logger.Level level, String what, Throwable problem) {
        try {
            LOG.log(level, what + " failed", problem);
        } catch (Throwable speechless) {
            // neither memory nor stack is left to say so
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }
}
