package dev.kida.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The templates of the conformance cases. */
final class Corpus {

    private Corpus() {}

    static List<String> templates() throws Exception {
        List<String> corpus = new ArrayList<>();
        Path folder = Path.of(
                Objects.requireNonNull(Corpus.class.getResource("/conformance")).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                add(file, corpus);
            }
        }
        assertThat(corpus).isNotEmpty();
        return corpus;
    }

    private static void add(Path file, List<String> corpus) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode templates = JsonMapper.shared().readTree(line).path("templates");
                templates.values().forEach(template -> corpus.add(template.asString("")));
            }
        }
    }
}
