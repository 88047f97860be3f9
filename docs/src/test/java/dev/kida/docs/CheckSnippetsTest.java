package dev.kida.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.CheckOptions;
import dev.kida.KidaChecker;
import dev.kida.error.Diagnostic;
import dev.kida.load.MapLoader;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A {@code findings} block below a template says what the checker says about it; {@code check=privacy} asks for more. */
class CheckSnippetsTest {

    @TestFactory
    Stream<DynamicTest> findings() throws IOException {
        return Page.all().stream()
                .flatMap(page -> Example.of(page).stream())
                .filter(example -> example.findings() != null)
                .map(example -> DynamicTest.dynamicTest(
                        example.page().name() + ":" + example.template().line(), () -> check(example)));
    }

    private static void check(Example example) {
        boolean privacy = "privacy".equals(example.template().attributes().get("check"));
        List<Diagnostic> findings = KidaChecker.of(new MapLoader(example.templates()))
                .with(CheckOptions.DEFAULT.withPrivacy(privacy))
                .check(List.of(example.name()));

        assertThat(findings.stream().map(CheckSnippetsTest::line).collect(Collectors.joining()))
                .isEqualTo(example.findings());
    }

    private static String line(Diagnostic finding) {
        return finding.code() + " " + finding.template() + ":" + finding.line() + ":" + finding.column() + " "
                + finding.message() + "\n";
    }
}
