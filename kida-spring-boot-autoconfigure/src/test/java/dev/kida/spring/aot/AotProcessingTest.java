package dev.kida.spring.aot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.compile.PrecompiledTemplates;
import dev.kida.error.TemplateException;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.aot.AotDetector;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringProperties;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;
import reactor.core.publisher.Mono;

class AotProcessingTest {

    private final TestGenerationContext generated = new TestGenerationContext();

    @AfterEach
    void notAheadOfTimeAnyMore() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
    }

    @Test
    @CompileWithForkedClassLoader
    void aPageIsRenderedByTheClassThatWasBuilt() {
        startBuilt(engine -> {
            String page = engine.getTemplate("page.html")
                    .renderAsync(Map.of("person", Mono.just(new AotApplication.Person("ada"))))
                    .toCompletableFuture()
                    .join();

            assertThat(page)
                    .matches("<body>ADA! dev\\.kida\\.templates\\.page_html\\$Streaming\\$[0-9a-f]{20}foot</body>\\s*");
        });
    }

    @Test
    @CompileWithForkedClassLoader
    void whatWasNotBuiltIsNotDefined() {
        startBuilt(engine -> assertThatThrownBy(() -> engine.fromString("new").render(Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("not among those that were compiled when the application was built"));
    }

    @Test
    void templatesAreCompiledWithTheirPartsAndThoseOfTheLibrary() {
        process();

        assertThat(generated.getGeneratedFiles().getGeneratedFiles(Kind.CLASS).keySet())
                .anyMatch(path -> path.matches("dev/kida/templates/page_html\\$\\w{20}\\.class"))
                .anyMatch(path -> path.matches("dev/kida/templates/page_html\\$Streaming\\$\\w{20}\\.class"))
                .anyMatch(path -> path.contains("base_html"))
                .anyMatch(path -> path.contains("parts_foot_txt"))
                .anyMatch(path -> path.contains("kida_forms_html"))
                .noneMatch(path -> path.contains("wrong_html"));
        assertThat(generated.getGeneratedFiles().getGeneratedFiles(Kind.RESOURCE))
                .containsKey(PrecompiledTemplates.INDEX);
    }

    @Test
    void hintsKeepTemplatesTheirClassesAndWhatTheyRead() {
        process();
        RuntimeHints hints = generated.getRuntimeHints();

        assertThat(RuntimeHintsPredicates.resource().forResource("aot/page.html"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forResource("aot/parts/foot.txt"))
                .accepts(hints);
        assertThat(hints.reflection().typeHints())
                .anyMatch(hint -> hint.getType().getName().startsWith("dev.kida.templates.page_html$Streaming")
                        && hint.getMemberCategories().contains(MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS));
        assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(AotApplication.Functions.class, "shout"))
                .accepts(hints);
        for (Class<?> model :
                new Class<?>[] {AotApplication.Person.class, AotApplication.Account.class, AotApplication.Search.class
                }) {
            assertThat(RuntimeHintsPredicates.reflection()
                            .onType(model)
                            .withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS))
                    .accepts(hints);
        }
    }

    @Test
    void hintsKeepWhatComesWithKida() {
        process();
        RuntimeHints hints = generated.getRuntimeHints();

        assertThat(RuntimeHintsPredicates.resource().forResource("dev/kida/spring/templates/kida/forms.html"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forResource(PrecompiledTemplates.INDEX))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(java.time.LocalDate.class)
                        .withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS))
                .accepts(hints);
    }

    // ---- helpers ---------------------------------------------------------------------------------------------------

    private ClassName process() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.register(AotApplication.class);
        ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generated);
        generated.writeGeneratedContent();
        context.close();
        return initializer;
    }

    @SuppressWarnings("unchecked")
    private void startBuilt(Consumer<KidaEngine> test) {
        String initializer = process().toString();
        TestCompiler.forSystem().with(generated).compile(compiled -> {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
            try (GenericApplicationContext context = new GenericApplicationContext()) {
                context.setClassLoader(compiled.getClassLoader());
                compiled.getInstance(ApplicationContextInitializer.class, initializer)
                        .initialize(context);
                context.refresh();
                test.accept(context.getBean(KidaEngine.class));
            }
        });
    }
}
