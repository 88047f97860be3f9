package dev.kida.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.builtin.Builtins;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The reference names every filter, test and function there is, with the parameters it has, and no other. */
class ReferenceTest {

    private static final Path PAGE = Path.of("reference.md");

    private static Map<String, Map<String, Signature>> registry() {
        Map<String, Map<String, Signature>> registry = new TreeMap<>();
        registry.put("Filters", signatures(Builtins.filters()));
        registry.put("Tests", signatures(Builtins.tests()));
        registry.put("Functions", signatures(Builtins.globals()));
        return registry;
    }

    private static Map<String, Signature> signatures(Map<String, ?> functions) {
        Map<String, Signature> signatures = new TreeMap<>();
        functions.forEach((name, function) -> signatures.put(name, ((TemplateFunction) function).signature()));
        return signatures;
    }

    @Test
    void isComplete() throws IOException {
        Map<String, List<ReferencePage.Entry>> entries =
                ReferencePage.entries(Files.readAllLines(Path.of("src/test/resources/reference.txt")));
        Map<String, Map<String, Signature>> registry = registry();
        registry.forEach((chapter, signatures) -> assertThat(
                        entries.get(chapter).stream().map(ReferencePage.Entry::name))
                .as(chapter)
                .containsExactlyInAnyOrderElementsOf(signatures.keySet()));

        String page = ReferencePage.of(entries, registry);
        if (Boolean.getBoolean("kida.docs.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}
