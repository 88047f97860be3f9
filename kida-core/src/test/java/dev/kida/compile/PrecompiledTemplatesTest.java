package dev.kida.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.KidaEngineBuilder;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.load.MapLoader;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecompiledTemplatesTest {

    public record Person(String name, int age) {}

    private static final Map<String, String> TEMPLATES = Map.of(
            "base.html",
            "<body>{% block main %}{% end %}</body>",
            "people.html",
            """
            {% extends "base.html" %}{% from "parts.html" import badge %}
            {% block main %}{% for p in people %}{{ badge(p) }}{% if p.age > 40 %}!{% end %}{{ p.name | upper }}\
            {% end %}{% end %}""",
            "later.html",
            "{% include 'people.html' %}{{ await later }}{% for p in people %}{{ p.name }}{% end %}",
            "parts.html",
            "{% def badge(p) %}<b>{{ p.name }}:{{ p?.age }}:{{ p.nick | default('-') }}</b>{% end %}",
            "where.html",
            "{{ where() }}");

    private final Path built;

    PrecompiledTemplatesTest(@TempDir Path built) {
        this.built = built;
    }

    @Test
    void whatWasBuiltIsUsedAndNothingIsDefined() throws IOException {
        build(KidaEngine.builder(), TEMPLATES);
        KidaEngine engine = engine(KidaEngine.builder(), TEMPLATES);

        assertThat(streamed(engine, "later.html")).isEqualTo(streamed(compilingNow(), "later.html"));
        assertThat(engine.render("people.html", model()))
                .contains("<b>Ada:36:-</b>ADA", "<b>Kay:41:k</b>!KAY")
                .isEqualTo(compilingNow().render("people.html", model()));
    }

    @Test
    void theClassOnTheStackIsTheOneThatWasBuilt() throws IOException {
        KidaEngineBuilder configured = KidaEngine.builder().global("where", generatedClass());
        build(configured, TEMPLATES);

        String where = engine(configured, TEMPLATES).render("where.html", Map.of());

        assertThat(where).matches("dev\\.kida\\.templates\\.where_html\\$[0-9a-f]{20} built");
    }

    @Test
    void aTemplateThatChangedSinceIsCompiledAsUsual() throws IOException {
        KidaEngineBuilder configured = KidaEngine.builder().global("where", generatedClass());
        build(configured, TEMPLATES);
        Map<String, String> changed = Map.of("where.html", "{{ where() }}?");

        String where = builder(configured, changed)
                .precompiled(PrecompiledTemplates.of(classes()))
                .build()
                .render("where.html", Map.of());

        assertThat(where).isEqualTo("dev.kida.templates.where_html defined?");
    }

    @Test
    void whereNothingCanBeDefinedATemplateThatWasNotBuiltSaysSo() throws IOException {
        build(KidaEngine.builder(), TEMPLATES);
        KidaEngine engine = engine(KidaEngine.builder(), Map.of("new.html", "new"));

        assertThatThrownBy(() -> engine.render("new.html", Map.of()))
                .isInstanceOf(TemplateRuntimeException.class)
                .hasMessageContaining(
                        "'new.html' is not among those that were compiled when the application was built");
    }

    @Test
    void sameCodeWithOtherTextIsAnotherClass() throws IOException {
        build(KidaEngine.builder(), Map.of("a.html", "<p>a</p>"));
        KidaEngine engine = engine(KidaEngine.builder(), Map.of("a.html", "<p>b</p>"));

        assertThatThrownBy(() -> engine.render("a.html", Map.of())).isInstanceOf(TemplateRuntimeException.class);
    }

    @Test
    void anotherConfigurationIsAnotherClass() throws IOException {
        Map<String, String> templates = Map.of("a.html", "{{ p.name }}");
        build(KidaEngine.builder(), templates);

        assertThatThrownBy(() -> engine(KidaEngine.builder().strictUndefined(false), templates)
                        .render("a.html", model()))
                .isInstanceOf(TemplateRuntimeException.class);
    }

    @Test
    void enginesWithTheSameFunctionsShareAClassAndOthersDoNot() throws IOException {
        Map<String, String> templates = Map.of("a.html", "{{ 'x' | twice }}");
        build(KidaEngine.builder().filter("twice", twice("-")), templates);
        KidaEngineBuilder first = KidaEngine.builder().filter("twice", twice("1"));
        ClassLoader classes = classes();
        PrecompiledTemplates known = PrecompiledTemplates.of(classes);

        assertThat(builder(first, templates)
                        .precompiled(known.required())
                        .build()
                        .render("a.html", Map.of()))
                .isEqualTo("x1x");
        assertThat(builder(first, templates)
                        .precompiled(known.required())
                        .build()
                        .render("a.html", Map.of()))
                .isEqualTo("x1x");
        assertThat(builder(KidaEngine.builder().filter("twice", twice("2")), templates)
                        .precompiled(known)
                        .build()
                        .render("a.html", Map.of()))
                .isEqualTo("x2x");
    }

    @Test
    void aTemplateThatLeftTheCacheFindsItsClassAgain() throws IOException {
        build(KidaEngine.builder(), TEMPLATES);
        KidaEngine engine = engine(KidaEngine.builder(), TEMPLATES);

        engine.render("people.html", model());
        engine.clearCache();

        assertThat(engine.render("people.html", model())).contains("ADA");
    }

    @Test
    void withoutAnIndexThereIsNothing() {
        PrecompiledTemplates none = PrecompiledTemplates.of(ClassLoader.getPlatformClassLoader());

        assertThat(none.size()).isZero();
        assertThat(none.isRequired()).isFalse();
    }

    // ---- helpers ---------------------------------------------------------------------------------------------------

    private static Map<String, Object> model() {
        Person ada = new Person("Ada", 36);
        Person grace = new Person("Grace", 85);
        return Map.of(
                "people",
                List.of(ada, grace, Map.of("name", "Kay", "age", 41, "nick", "k")),
                "p",
                ada,
                "later",
                CompletableFuture.completedFuture("done"));
    }

    private static KidaEngine compilingNow() {
        return builder(KidaEngine.builder(), TEMPLATES).build();
    }

    private static String streamed(KidaEngine engine, String name) {
        return engine.getTemplate(name)
                .renderAsync(model())
                .toCompletableFuture()
                .join();
    }

    private static KidaEngineBuilder builder(KidaEngineBuilder configured, Map<String, String> templates) {
        return configured.loader(new MapLoader(templates)).strictUndefined(true);
    }

    private KidaEngine engine(KidaEngineBuilder configured, Map<String, String> templates) throws IOException {
        return configured
                .loader(new MapLoader(templates))
                .precompiled(PrecompiledTemplates.of(classes()).required())
                .build();
    }

    @SuppressWarnings("resource") // classes are loaded from it until the test ends
    private ClassLoader classes() throws IOException {
        return new URLClassLoader(
                "built", new URL[] {built.toUri().toURL()}, getClass().getClassLoader());
    }

    private void build(KidaEngineBuilder configured, Map<String, String> templates) throws IOException {
        KidaEngine engine = configured.loader(new MapLoader(templates)).build();
        List<TemplateClass> classes = new ArrayList<>();
        for (String name : templates.keySet()) {
            classes.addAll(engine.precompile(name));
        }
        for (TemplateClass each : classes) {
            write(each.path(), each.bytecode());
        }
        write(PrecompiledTemplates.INDEX, PrecompiledTemplates.index(classes).getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, byte[] content) throws IOException {
        Path file = built.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static TemplateFunction twice(String between) {
        return TemplateFunction.of("twice", Signature.parse("s"), (a, c) -> a[0] + between + a[0]);
    }

    /** Tells by which class of a template it is called, and whether that one was built or defined. */
    private static TemplateFunction generatedClass() {
        return TemplateFunction.of("where", Signature.parse(""), (a, c) -> StackWalker.getInstance(
                        StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> type.getName().startsWith("dev.kida.templates."))
                        .findFirst()
                        .map(type -> type.getName()
                                + (type.getClassLoader() instanceof URLClassLoader ? " built" : " defined"))
                        .orElse("nowhere")));
    }
}
