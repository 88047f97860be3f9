package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TemplateFailureAnalyzerTest {

    @TempDir
    Path directory;

    @Test
    void aWrongTemplateKeepsTheApplicationFromStartingAndShowsItsLines() throws IOException {
        Files.writeString(directory.resolve("page.html"), "<h1>\n{% if %}\n</h1>");

        FailureAnalysis analysis = analyse();

        assertThat(analysis.getDescription()).startsWith("K-PAR-").contains("page.html:2", "{% if %}");
        assertThat(analysis.getAction()).contains("Correct the template", "K-PAR-");
    }

    @Test
    void aParentThatIsNotThereIsNamed() throws IOException {
        Files.writeString(directory.resolve("page.html"), "{% extends \"layuot.html\" %}");

        FailureAnalysis analysis = analyse();

        assertThat(analysis.getDescription()).contains("'layuot.html', which 'page.html' names");
        assertThat(analysis.getAction()).contains("kida.prefix", "layuot.html");
    }

    @Test
    void nobodyLooksUnlessAsked() throws IOException {
        Files.writeString(directory.resolve("page.html"), "{% if %}");

        runner().run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void goodTemplatesAndTheFormsOfKidaPass() throws IOException {
        Files.writeString(directory.resolve("layout.html"), "{% block main %}{% end %}");
        Files.writeString(
                directory.resolve("page.html"),
                "{% extends \"layout.html\" %}{% from \"kida/forms.html\" import form %}{% include \"gone.html\" ignore missing %}");

        runner().withPropertyValues("kida.compile-at-start=true")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private FailureAnalysis analyse() {
        Throwable[] failure = new Throwable[1];
        runner().withPropertyValues("kida.compile-at-start=true")
                .run(context -> failure[0] = context.getStartupFailure());
        return new TemplateFailureAnalyzer().analyze(failure[0]);
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KidaAutoConfiguration.class))
                .withPropertyValues("kida.prefix=file:" + directory);
    }
}
