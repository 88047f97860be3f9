package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.Extension;
import dev.kida.KidaEngine;
import dev.kida.load.MapLoader;
import dev.kida.load.TemplateLoader;
import dev.kida.render.RenderOptions;
import dev.kida.render.TagHandler;
import dev.kida.spring.SpringTemplateLoader;
import dev.kida.spring.TemplateLookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Mono;

@ExtendWith(OutputCaptureExtension.class)
class KidaAutoConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    KidaAutoConfiguration.class,
                    KidaWebMvcAutoConfiguration.class,
                    KidaWebFluxAutoConfiguration.class));

    @TempDir
    Path directory;

    @Test
    void anApplicationWithoutWebHasAnEngine() {
        runner.run(context -> {
            assertThat(context).hasSingleBean(KidaEngine.class).hasSingleBean(SpringTemplateLoader.class);
            assertThat(context).doesNotHaveBean("kidaViewResolver").doesNotHaveBean("kidaReactiveViewResolver");
            assertThat(engine(context).render("hello.html", Map.of("name", "<you>")))
                    .contains("&lt;you&gt;");
        });
    }

    @Test
    void canBeDisabled() {
        runner.withPropertyValues("kida.enabled=false")
                .run(context ->
                        assertThat(context).doesNotHaveBean(KidaEngine.class).doesNotHaveBean(TemplateLookup.class));
    }

    @Test
    void backsOffWithoutTheEngineOnTheClassPath() {
        runner.withClassLoader(new FilteredClassLoader(KidaEngine.class))
                .run(context -> assertThat(context).doesNotHaveBean(TemplateLoader.class));
    }

    @Test
    void backsOffFromAnEngineOfTheApplication() {
        KidaEngine own = KidaEngine.builder().build();

        runner.withBean(KidaEngine.class, () -> own)
                .run(context -> assertThat(engine(context)).isSameAs(own));
    }

    @Test
    void usesALoaderOfTheApplication() {
        runner.withBean(TemplateLoader.class, () -> new MapLoader(Map.of("a.html", "mine")))
                .run(context -> {
                    assertThat(context).doesNotHaveBean(SpringTemplateLoader.class);
                    assertThat(engine(context).render("a.html", Map.of())).isEqualTo("mine");
                });
    }

    @Test
    void customizersAreCalledInTheirOrder() {
        runner.withBean("a", KidaEngineCustomizer.class, () -> builder -> builder.global("who", "customizer"))
                .run(context -> assertThat(
                                engine(context).fromString("{{ who }}").render(Map.of()))
                        .isEqualTo("customizer"));
    }

    @Test
    void extensionsAndTagsAreBeans() {
        runner.withBean(Extension.class, () -> builder -> builder.global("who", "extension"))
                .withBean(TagHandler.class, () -> TagHandler.inline("hello", "name", call -> call.argument("name")))
                .run(context -> assertThat(
                                engine(context).fromString("{% hello who %}").render(Map.of()))
                        .isEqualTo("extension"));
    }

    @Test
    void propertiesReachTheEngine() {
        runner.withPropertyValues("kida.autoescape=false", "kida.strict-undefined=false")
                .run(context -> {
                    assertThat(engine(context).fromString("{{ a }}{{ a.b }}").render(Map.of("a", Map.of("c", "<"))))
                            .contains("<");
                });
    }

    @Test
    void reactiveValuesAreAwaitedUnlessSwitchedOff() {
        Map<String, Object> model = Map.of("name", Mono.just("x"));
        RenderOptions blocking = RenderOptions.defaults().withBlockOnAsync(Duration.ofSeconds(10));

        runner.run(
                context -> assertThat(engine(context).fromString("{{ name }}").render(model, blocking))
                        .isEqualTo("x"));
        runner.withPropertyValues("kida.auto-await=false").run(context -> assertThat(
                        engine(context).fromString("{{ await name }}").render(model, blocking))
                .isEqualTo("x"));
    }

    @Test
    void templatesComeFromThePrefix() throws IOException {
        Files.writeString(directory.resolve("page.html"), "page");

        runner.withPropertyValues("kida.prefix=file:" + directory)
                .run(context -> assertThat(engine(context).render("page.html", Map.of()))
                        .isEqualTo("page"));
    }

    @Test
    void aChangedTemplateIsSeenOnlyWithoutCache() throws IOException {
        assertThat(renderTwice("kida.cache=true")).isEqualTo("one");
        assertThat(renderTwice("kida.cache=false")).isEqualTo("two");
    }

    private String renderTwice(String property) throws IOException {
        Path file = Files.writeString(directory.resolve("page.html"), "one");
        StringBuilder second = new StringBuilder();
        runner.withPropertyValues("kida.prefix=file:" + directory, property).run(context -> {
            engine(context).render("page.html", Map.of());
            Files.writeString(file, "two");
            Files.setLastModifiedTime(
                    file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 2000));
            second.append(engine(context).render("page.html", Map.of()));
        });
        return second.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {"chunk-size => 0", "chunk-size => -1B", "chunk-size => 4GB", "max-sections => 0"})
    void aNumberThatCannotBeIsReportedByItsProperty(String property, String value) {
        runner.withPropertyValues("kida." + property + "=" + value).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("kida." + property));
    }

    @Test
    void aMissingLocationIsReported(CapturedOutput output) {
        runner.withPropertyValues("kida.prefix=classpath:/nowhere/")
                .run(context -> assertThat(output).contains("Cannot find template location: classpath:/nowhere/"));
    }

    @Test
    void aMissingLocationIsNotReportedWhenNobodyAsks(CapturedOutput output) {
        runner.withPropertyValues("kida.prefix=classpath:/nowhere/", "kida.check-template-location=false")
                .run(context -> assertThat(output).doesNotContain("Cannot find template location"));
    }

    private static KidaEngine engine(ApplicationContext context) {
        return context.getBean(KidaEngine.class);
    }
}
