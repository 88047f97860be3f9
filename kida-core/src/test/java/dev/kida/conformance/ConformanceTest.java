package dev.kida.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every conformance case, except for those listed as open: these have to fail, so that the list stays true. */
class ConformanceTest {

    private static final long SECONDS_PER_CASE = 60;

    private final Deviations deviations = Deviations.load();
    private final CaseRunner runner = new CaseRunner(deviations);

    @TestFactory
    Stream<DynamicContainer> cases() {
        return files().stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.getFileName().toString(), read(file).stream().map(this::test)));
    }

    private DynamicTest test(ConformanceCase testCase) {
        return DynamicTest.dynamicTest(testCase.id(), () -> {
            Verdict verdict = CaseRunner.within(SECONDS_PER_CASE, () -> runner.run(testCase));
            if (deviations.isOpen(testCase.id())) {
                assertThat(verdict.status())
                        .as("%s is listed as open but no longer fails", testCase.id())
                        .isEqualTo(Verdict.Status.FAILED);
            } else if (verdict.status() == Verdict.Status.FAILED) {
                assertThat(verdict.got()).isEqualTo(verdict.expected());
            }
        });
    }

    @Test
    void everyDeviationIsThatOfACase() {
        Set<String> ids = files().stream()
                .flatMap(file -> read(file).stream())
                .map(ConformanceCase::id)
                .collect(Collectors.toSet());

        assertThat(ids).containsAll(deviations.all().keySet());
    }

    private static List<Path> files() {
        try {
            Path folder =
                    Path.of(ConformanceTest.class.getResource("/conformance").toURI());
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".jsonl"))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ConformanceCase> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(ConformanceCase::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
