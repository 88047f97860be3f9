package dev.kida.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaChecker;
import dev.kida.KidaEngine;
import dev.kida.error.Diagnostic;
import dev.kida.load.ClasspathLoader;
import dev.kida.load.FileSystemLoader;
import dev.kida.spring.LibraryLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Java of checking.md; and the templates of the sample are right. */
class TemplatesAreRightTest {

    private final KidaEngine engine =
            KidaEngine.builder().loader(new ClasspathLoader("dev/kida/docs")).build();

    @Test
    void templatesHaveNoMistakes() {
        List<Diagnostic> findings = KidaChecker.of(engine).check();

        assertThat(findings).extracting(Diagnostic::formatCompact).isEmpty();
    }

    @Test
    void thePageReadsWhatItsControllerSupplies() {
        KidaChecker checker = KidaChecker.of(engine).withModel("hello.html", List.of("name"));

        assertThat(checker.check(List.of("hello.html")))
                .extracting(Diagnostic::formatCompact)
                .isEmpty();
    }

    @Test
    void templatesOfTheSampleHaveNoMistakes() {
        FileSystemLoader templates = new FileSystemLoader(Path.of("../sample-app/src/main/resources/templates"));
        List<String> right = templates.list().stream()
                .filter(name -> !name.startsWith("errors/")) // shown to visitors, so that they see errors
                .toList();

        assertThat(right).contains("dashboard.html");
        assertThat(KidaChecker.of(new LibraryLoader(templates)).check(right))
                .extracting(Diagnostic::formatCompact)
                .isEmpty();
    }
}
