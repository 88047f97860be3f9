package dev.kida.conformance;

import dev.kida.error.TemplateException;
import java.util.List;

/** What a run of a template came to: its output or its error. */
record Outcome(String output, Failure failure, List<Integer> flushed) {

    /**
     * An error.
     *
     * @param type its portable name; {@code Crash} for anything that is not a template exception
     */
    record Failure(String type, String code, int line, String template, String detail) {

        @Override
        public String toString() {
            return type + " " + code + " at " + template + ":" + line + " (" + detail + ")";
        }
    }

    static Outcome output(String text) {
        return new Outcome(text, null, List.of());
    }

    static Outcome output(String text, List<Integer> flushed) {
        return new Outcome(text, null, flushed);
    }

    static Outcome crash(String detail) {
        return new Outcome(null, new Failure("Crash", "-", 0, null, detail), List.of());
    }

    static Outcome failure(Throwable thrown) {
        if (thrown instanceof TemplateException e) {
            String code = e.getCode().code();
            return new Outcome(
                    null, new Failure(e.typeName(), code, e.getLine(), e.getTemplateName(), e.getSummary()), List.of());
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        String message = thrown.toString().lines().findFirst().orElse("");
        return crash(message + (trace.length > 0 ? " at " + trace[0] : ""));
    }

    @Override
    public String toString() {
        return failure == null ? "output " + quote(output) : "error " + failure;
    }

    static String quote(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\"", "\\\"")
                + '"';
    }
}
