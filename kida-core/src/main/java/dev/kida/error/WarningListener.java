package dev.kida.error;

/**
 * Is told what looks wrong and does not stop anything. Both methods write to the logger {@code dev.kida.warnings} unless
 * they are overridden. Called by the threads that compile and render, several at a time; what a listener throws goes to
 * the log and nowhere else.
 */
public interface WarningListener {

    /** Writes to the log. */
    WarningListener LOG = new WarningListener() {};

    /** A template was compiled that looks wrong; the same warnings are in its {@code warnings()}. Logged as a warning. */
    default void onTemplate(TemplateWarning warning) {
        WarningLog.LOGGER.log(System.Logger.Level.WARNING, warning::toString);
    }

    /**
     * A filter, or a {@code cache} tag whose life cannot be read, went on with a substitute. Told once for a filter in a
     * line of a template, however often the line is rendered. Logged for debugging.
     */
    default void onCoercion(CoercionWarning warning) {
        WarningLog.LOGGER.log(System.Logger.Level.DEBUG, warning::toString);
    }
}
