package dev.kida.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of properties name every property that exists, with its default, and no other. */
class PropertiesTableTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(kida\\.[a-z.-]+)` \\| ([^|]*) \\|");

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "spring.md"})
    void agreesWithTheMetadata(String file) throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (String line : Page.read(Path.of(file)).lines()) {
            ROW.matcher(line)
                    .results()
                    .forEach(row -> documented.put(row.group(1), row.group(2).strip()));
        }

        Map<String, String> metadata = metadata();
        assertThat(documented.keySet()).isEqualTo(metadata.keySet());
        // A default in words is for the reader; one in code is compared.
        documented.values().removeIf(value -> !value.startsWith("`"));
        metadata.keySet().retainAll(documented.keySet());
        assertThat(documented).isEqualTo(metadata);
    }

    private static Map<String, String> metadata() throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        String path = "META-INF/spring-configuration-metadata.json";
        ClassLoader loader = PropertiesTableTest.class.getClassLoader();
        for (URL url : Collections.list(loader.getResources(path))) {
            try (InputStream in = url.openStream()) {
                for (JsonNode property : JsonMapper.shared().readTree(in).path("properties")) {
                    String name = property.path("name").asString();
                    if (name.startsWith("kida.")) {
                        defaults.put(name, "`" + property.path("defaultValue").asString("") + "`");
                    }
                }
            }
        }
        return defaults;
    }
}
