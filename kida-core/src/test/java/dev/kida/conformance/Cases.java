package dev.kida.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/** Tests from files of cases on the class path: a container for each file, in it a test for each line. */
public final class Cases {

    private static final long SECONDS_PER_CASE = 60;

    private Cases() {}

    /** The tests of a folder, none of which may deviate from its expectation. */
    public static Stream<DynamicContainer> in(String folder) {
        CaseRunner runner = new CaseRunner(Deviations.none());
        return files(folder).stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.getFileName().toString(),
                        lines(file).map(ConformanceCase::parse).map(each -> test(runner, each))));
    }

    private static DynamicTest test(CaseRunner runner, ConformanceCase testCase) {
        return DynamicTest.dynamicTest(testCase.id(), () -> {
            Verdict verdict = CaseRunner.within(SECONDS_PER_CASE, () -> runner.run(testCase));
            if (verdict.status() != Verdict.Status.PASSED) {
                assertThat(verdict.got()).isEqualTo(verdict.expected());
            }
        });
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(Cases.class.getResource(folder), folder).toURI()))) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
