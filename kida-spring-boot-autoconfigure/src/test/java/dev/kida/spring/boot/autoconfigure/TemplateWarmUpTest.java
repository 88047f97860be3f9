package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.spring.TemplateWarmUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** {@code kida.precompile}. */
@ExtendWith(OutputCaptureExtension.class)
class TemplateWarmUpTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @Test
    void templatesAreReadyBeforeSomebodyAsks() throws IOException {
        runner().withPropertyValues("kida.precompile=true").run(context -> {
            assertThat(context.getBean(TemplateWarmUp.class).done().toCompletableFuture())
                    .succeedsWithin(LONG)
                    .isEqualTo(2);
            assertThat(context.getBean(KidaEngine.class).cacheInfo().size()).isEqualTo(2);
        });
    }

    @Test
    void aBrokenTemplateIsLoggedAndLeavesTheApplicationAlone(CapturedOutput output) throws IOException {
        Files.writeString(directory.resolve("broken.html"), "first\n{% if %}");

        runner().withPropertyValues("kida.precompile=true").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(TemplateWarmUp.class).done().toCompletableFuture())
                    .succeedsWithin(LONG)
                    .isEqualTo(2);
            assertThat(output)
                    .contains("Template 'broken.html' cannot be compiled")
                    .contains("broken.html:2");
        });
    }

    @Test
    void noMoreThanTheEngineKeepsAreCompiled() throws IOException {
        runner().withPropertyValues("kida.precompile=true", "kida.cache-size=1").run(context -> assertThat(
                        context.getBean(TemplateWarmUp.class).done().toCompletableFuture())
                .succeedsWithin(LONG)
                .isEqualTo(1));
    }

    @Test
    void nothingIsCompiledUnlessAsked() throws IOException {
        runner().run(context -> {
            assertThat(context).doesNotHaveBean(TemplateWarmUp.class);
            assertThat(context.getBean(KidaEngine.class).cacheInfo().size()).isZero();
        });
    }

    private ApplicationContextRunner runner() throws IOException {
        Files.writeString(directory.resolve("good.html"), "{{ name }}");
        Files.writeString(directory.resolve("other.html"), "{% for i in items %}{{ i }}{% end %}");
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KidaAutoConfiguration.class))
                .withPropertyValues("kida.prefix=file:" + directory);
    }
}
