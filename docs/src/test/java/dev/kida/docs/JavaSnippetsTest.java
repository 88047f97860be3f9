package dev.kida.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Java in the documentation is copied from code that compiles and runs: the tests of this module, or the sample. */
class JavaSnippetsTest {

    private static String sources;

    @BeforeAll
    static void readSources() throws IOException {
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"));
                Stream<Path> sample = Files.walk(Path.of("../sample-app/src/main/java"))) {
            sources = Stream.concat(tests, sample)
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(file -> dense(text(file)))
                    .collect(Collectors.joining("\n"));
        }
    }

    @TestFactory
    Stream<DynamicTest> snippets() throws IOException {
        return Page.all().stream().flatMap(page -> page.fences().stream()
                .filter(fence -> fence.language().equals("java"))
                .map(fence -> DynamicTest.dynamicTest(page.name() + ":" + fence.line(), () -> assertThat(sources)
                        .contains(dense(fence.text())))));
    }

    /** Line breaks and indentation differ between a page and a source file. */
    private static String dense(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
