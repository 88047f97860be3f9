package dev.kida.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The cases whose recorded outcome is not the wanted one. Each line of the list names the case, the decision it follows,
 * the wanted outcome in the form of {@code expect}, or {@code open} while the engine does not give it yet, and the reason.
 */
final class Deviations {

    private static final String OPEN = "open";

    /**
     * One line.
     *
     * @param outcome null while the case is open
     */
    record Deviation(String decision, Expectation outcome, String reason) {}

    private final Map<String, Deviation> byId = new LinkedHashMap<>();

    static Deviations none() {
        return new Deviations();
    }

    static Deviations load() {
        Deviations deviations = new Deviations();
        try (InputStream in = Deviations.class.getResourceAsStream("/conformance/deviations.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(deviations::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deviations;
    }

    private void add(String line) {
        String[] columns = line.split("\t");
        if (columns.length != 4) {
            throw new IllegalArgumentException("four columns expected: " + line);
        }
        Expectation outcome =
                columns[2].equals(OPEN) ? null : new Expectation(ConformanceCase.map(Json.read(columns[2])));
        if (byId.put(columns[0], new Deviation(columns[1], outcome, columns[3])) != null) {
            throw new IllegalArgumentException("listed twice: " + columns[0]);
        }
    }

    Map<String, Deviation> all() {
        return byId;
    }

    /** The outcome that was decided for a case, or null. */
    Expectation decided(String id) {
        Deviation deviation = byId.get(id);
        return deviation == null ? null : deviation.outcome();
    }

    /** Whether a case is known to fail. */
    boolean isOpen(String id) {
        Deviation deviation = byId.get(id);
        return deviation != null && deviation.outcome() == null;
    }
}
