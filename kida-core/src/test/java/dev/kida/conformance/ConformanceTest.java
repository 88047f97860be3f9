package dev.kida.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every conformance case, except for those listed as open: these have to fail, so that the list stays true. */
class ConformanceTest {

    private static final long SECONDS_PER_CASE = 60;

    private static final Pattern DOCUMENTED =
            Pattern.compile("\\| (.*?) \\|(?: .*? \\|)? ((?:`[a-z_]+/[^`]+`(?:, )?)+) \\|");
    private static final Pattern CASE = Pattern.compile("`([^`]+)`");

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

    /** What is listed is what differs: without the list every one of these fails, and nothing else does. */
    @Test
    void everyDeviationDiffersFromTheReference() {
        CaseRunner strict = new CaseRunner(Deviations.none());
        List<String> needless = files().stream()
                .flatMap(file -> read(file).stream())
                .filter(testCase -> deviations.all().containsKey(testCase.id()))
                .filter(testCase -> CaseRunner.within(SECONDS_PER_CASE, () -> strict.run(testCase))
                        .passed())
                .map(ConformanceCase::id)
                .toList();

        assertThat(needless).isEmpty();
    }

    @Test
    void everyDeviationIsDocumentedUnderItsDecision() throws IOException {
        Map<String, Set<String>> listed = new TreeMap<>();
        deviations.all().forEach((id, deviation) -> listed.computeIfAbsent(
                        deviation.decision().replace("<", "").replace(">", ""), decision -> new TreeSet<>())
                .add(id));
        Map<String, Set<String>> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "compatibility.md"))) {
            Matcher row = DOCUMENTED.matcher(line);
            if (row.matches()) {
                documented.put(
                        row.group(1).replace("<", "").replace(">", ""),
                        CASE.matcher(row.group(2))
                                .results()
                                .map(id -> id.group(1))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }

        assertThat(documented).isEqualTo(listed);
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
