package dev.kida.conformance;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An expected outcome: {@code {"output": …}} or {@code {"error": {…}}}. */
record Expectation(Map<String, Object> json) {

    Expectation {
        if (!json.containsKey("output") && !json.containsKey("error")) {
            throw new IllegalArgumentException("neither output nor error is expected");
        }
    }

    boolean isOutput() {
        return json.containsKey("output");
    }

    String output() {
        return (String) json.get("output");
    }

    /** The modes in which the reference gives the same output. */
    List<Object> also() {
        return json.get("also") == null ? List.of() : ConformanceCase.list(json.get("also"));
    }

    boolean accepts(Outcome outcome) {
        if (isOutput()) {
            return outcome.failure() == null && output().equals(outcome.output());
        }
        Outcome.Failure failure = outcome.failure();
        Map<String, Object> error = ConformanceCase.map(json.get("error"));
        return failure != null
                && Objects.equals(error.get("type"), failure.type())
                && same(error, "code", failure.code())
                && same(error, error.containsKey("line_exact") ? "line_exact" : "line", failure.line())
                && same(error, "template", failure.template());
    }

    private static boolean same(Map<String, Object> error, String key, Object actual) {
        return error.get(key) == null || error.get(key).equals(actual);
    }

    /**
     * What had not been handed over in time, or null. An engine that remembers a value waits less often than the
     * reference, but when it waits it must have handed over at least as much.
     */
    String late(List<Integer> flushed) {
        if (json.get("flushed") == null) {
            return null;
        }
        List<Object> least = ConformanceCase.list(json.get("flushed"));
        for (int i = 0; i < Math.min(least.size(), flushed.size()); i++) {
            if (flushed.get(i) < ((Number) least.get(i)).intValue()) {
                return "flushed " + flushed + " instead of at least " + least;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return isOutput() ? "output " + Outcome.quote(output()) : "error " + json.get("error");
    }
}
