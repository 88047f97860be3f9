package dev.kida.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reference of properties is made of the metadata that editors use. {@code -Dkida.docs.write=true} writes it anew; without,
 * the page has to agree. The README shows some of them, with the same defaults.
 */
class PropertiesReferenceTest {

    private static final Path REFERENCE = Path.of("properties.md");

    private static final Pattern ROW = Pattern.compile("^\\| `(kida\\.[a-z.-]+)` \\| ([^|]*) \\|");

    private record Property(String type, String dflt, String description) {}

    @Test
    void isWhatTheMetadataSays() throws IOException {
        StringBuilder page = new StringBuilder("# Properties\n\n")
                .append(
                        "Every property of the starter. This page is made of the metadata that editors use for completion.\n\n")
                .append("| Property | Default | What it does |\n| --- | --- | --- |\n");
        metadata().forEach((name, property) -> page.append("| `")
                .append(name)
                .append("` | ")
                .append(property.dflt().isEmpty() ? "–" : "`" + property.dflt() + "`")
                .append(" | ")
                .append(property.description().replace("|", "\\|"))
                .append(" `")
                .append(property.type())
                .append("` |\n"));
        if (Boolean.getBoolean("kida.docs.write")) {
            Files.writeString(REFERENCE, page);
        }

        assertThat(Files.readString(REFERENCE)).isEqualTo(page.toString());
    }

    @Test
    void theReadmeAgrees() throws IOException {
        Map<String, Property> known = metadata();
        for (String line : Page.read(Path.of("../README.md")).lines()) {
            ROW.matcher(line).results().forEach(row -> {
                assertThat(known).containsKey(row.group(1));
                // A default in words is for the reader; one in code is compared.
                if (row.group(2).startsWith("`")) {
                    assertThat(row.group(2))
                            .isEqualTo("`" + known.get(row.group(1)).dflt() + "`");
                }
            });
        }
    }

    private static Map<String, Property> metadata() throws IOException {
        Map<String, Property> properties = new TreeMap<>();
        String path = "META-INF/spring-configuration-metadata.json";
        ClassLoader loader = PropertiesReferenceTest.class.getClassLoader();
        for (URL url : Collections.list(loader.getResources(path))) {
            try (InputStream in = url.openStream()) {
                for (JsonNode node : JsonMapper.shared().readTree(in).path("properties")) {
                    String name = node.path("name").asString();
                    if (name.startsWith("kida.")) {
                        properties.put(name, property(node));
                    }
                }
            }
        }
        return properties;
    }

    private static Property property(JsonNode node) {
        JsonNode dflt = node.path("defaultValue");
        StringBuilder values = new StringBuilder();
        if (dflt.isArray()) {
            dflt.forEach(value -> values.append(values.isEmpty() ? "" : ", ").append(value.asString("")));
        } else {
            values.append(dflt.asString(""));
        }
        String type = node.path("type")
                .asString("")
                .replaceAll("[A-Za-z0-9_]+\\.", "")
                .replace('$', '.');
        return new Property(type, values.toString(), node.path("description").asString(""));
    }
}
