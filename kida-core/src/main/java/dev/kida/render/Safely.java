package dev.kida.render;

/**
 * Runs code of others that must not keep a render from going on, or from ending: whatever it throws, errors of the JVM too,
 * is logged and no more.
 */
final class Safely {

    /** The name of the logger for what listeners of the application get wrong. */
    static final String LISTENERS = "dev.kida.listeners";

    private static final String ENGINE = "dev.kida";

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
        log(ENGINE, level, what, problem);
    }

    /** The logger is looked up when there is something to say: the first logger of a JVM takes longer than a page. */
    static void log(String logger, System.Logger.Level level, String what, Throwable problem) {
        try {
            System.getLogger(logger).log(level, what + " failed", problem);
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
