package dev.kida.docs;

import dev.kida.KidaEngine;
import dev.kida.value.Signature;
import dev.kida.value.Signature.Parameter;
import dev.kida.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reference of filters, tests and functions: names and parameters are those of the engine, the words are those of
 * {@code reference.txt}, and what the examples print is found by running them.
 */
final class ReferencePage {

    private static final String HEAD = """
            # Filters, tests and functions

            <!-- Made from the engine's registry and reference.txt. Run the tests with -Dkida.docs.update=true to make it anew. -->

            A filter takes the value before the bar as its first parameter, a test the value before `is`; neither is listed
            here. Parameters after `*` can only be given by name. What the examples print is shown before it is escaped.
            """;

    /** What the page says about one function. */
    record Entry(String name, String description, String example) {}

    private ReferencePage() {}

    /** The entries of {@code reference.txt} by their chapter. */
    static Map<String, List<Entry>> entries(List<String> lines) {
        Map<String, List<Entry>> chapters = new LinkedHashMap<>();
        List<Entry> chapter = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("# ")) {
                chapter = new ArrayList<>();
                chapters.put(line.substring(2), chapter);
            } else if (!line.isBlank()) {
                String[] parts = line.split(" \\|(?: |$)", 3);
                chapter.add(new Entry(parts[0], parts[1], parts[2]));
            }
        }
        return chapters;
    }

    static String of(Map<String, List<Entry>> chapters, Map<String, Map<String, Signature>> registry) {
        KidaEngine engine = KidaEngine.builder()
                .autoescape(false)
                .zone(java.time.ZoneOffset.UTC)
                .build();
        StringBuilder page = new StringBuilder(HEAD);
        chapters.forEach((title, entries) -> {
            boolean subject = !title.equals("Functions");
            page.append("\n## ").append(title).append("\n\n| | | |\n| --- | --- | --- |\n");
            for (Entry entry : entries) {
                Signature signature = registry.get(title).get(entry.name());
                page.append("| `")
                        .append(cell(entry.name() + parameters(signature, subject)))
                        .append("` | ")
                        .append(cell(entry.description()))
                        .append(" | ")
                        .append(example(engine, entry.example()))
                        .append(" |\n");
            }
        });
        return page.toString();
    }

    private static String example(KidaEngine engine, String source) {
        if (source.isBlank()) {
            return "";
        }
        String printed = engine.fromString(source).render(Map.of()).strip();
        return "`" + cell(source) + "` → `` " + cell(printed).replace("\n", "⏎") + " ``";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String parameters(Signature signature, boolean subject) {
        List<String> shown = new ArrayList<>();
        boolean keywordOnly = false;
        List<Parameter> parameters = signature.parameters();
        for (Parameter parameter : subject ? parameters.subList(1, parameters.size()) : parameters) {
            boolean keyword = parameter.kind() == Signature.Kind.OPTIONAL_KEYWORD
                    || parameter.kind() == Signature.Kind.REQUIRED_KEYWORD;
            if (parameter.kind() == Signature.Kind.VARARGS) {
                keywordOnly = true;
            } else if (keyword && !keywordOnly) {
                shown.add("*");
                keywordOnly = true;
            }
            shown.add(
                    switch (parameter.kind()) {
                        case VARARGS -> "*" + parameter.name();
                        case KEYWORDS -> "**" + parameter.name();
                        case REQUIRED, REQUIRED_KEYWORD -> parameter.name();
                        case OPTIONAL, OPTIONAL_KEYWORD -> parameter.name() + "=" + value(parameter.defaultValue());
                    });
        }
        return shown.isEmpty() ? (subject ? "" : "()") : "(" + String.join(", ", shown) + ")";
    }

    private static String value(Object value) {
        return value == null ? "none" : Text.repr(value);
    }
}
