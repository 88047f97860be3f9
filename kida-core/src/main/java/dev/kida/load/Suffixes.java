package dev.kida.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which file names may be templates. */
record Suffixes(List<String> allowed) {

    private static final String CLASS_FILE = ".class";

    static final Suffixes DEFAULT =
            new Suffixes(List.of(".html", ".htm", ".xhtml", ".xml", ".svg", ".txt", ".md", ".kida"));

    Suffixes and(String... more) {
        return new Suffixes(Stream.concat(
                        allowed.stream(),
                        Arrays.stream(more).map(suffix -> suffix.startsWith(".") ? suffix : "." + suffix))
                .map(suffix -> suffix.toLowerCase(Locale.ROOT))
                .distinct()
                .toList());
    }

    boolean allow(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (isClassFile(lower)) {
            return false;
        }
        for (String suffix : allowed) {
            if (lower.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    static boolean isClassFile(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(CLASS_FILE);
    }

    @Override
    public String toString() {
        return String.join(" ", allowed);
    }
}
