package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kida.error.Diagnostic;
import dev.kida.error.ErrorCode;
import dev.kida.error.NoneComparisonException;
import dev.kida.error.RequiredValueException;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateNotFoundException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.error.TemplateSecurityException;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.error.TemplateWarning;
import dev.kida.error.UndefinedException;
import dev.kida.load.MapLoader;
import dev.kida.render.RenderOptions;
import dev.kida.value.SandboxPolicy;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of spec 07 §13 has an input that leads to it, and each comes in its class and from its place. */
class EveryErrorCodeTest {

    private static final String PAGE = "shop/page.html";

    private static final Map<String, String> OTHERS = Map.of(
            "parts.html", "{% def card(title: str) %}{{ title }}{% end %}{% let plain = 1 %}",
            "itself.html", "{% include 'itself.html' %}",
            "circle.html", "{% from 'circle.html' import f %}",
            "fails.html", "<b>\n{{ 1 / zero }}</b>");

    /** Keeps what a page hands to it. */
    public static final class Keeper {
        private @Nullable Callable<?> kept;

        public String keep(Callable<?> component) {
            kept = component;
            return "";
        }
    }

    public static final class Spring {
        public ClassLoader getLoader() {
            return Spring.class.getClassLoader();
        }
    }

    /**
     * @param type the class of the exception; that of a {@link Diagnostic} for what is only found
     * @param place line and column of the page
     */
    record Row(ErrorCode code, Class<?> type, String place, String template, UnaryOperator<KidaEngineBuilder> engine) {
        @Override
        public String toString() {
            return code + " " + template.substring(0, Math.min(template.length(), 60));
        }
    }

    private static Row row(String code, Class<?> type, String place, String template) {
        return row(code, type, place, template, UnaryOperator.identity());
    }

    private static Row row(
            String code, Class<?> type, String place, String template, UnaryOperator<KidaEngineBuilder> engine) {
        return new Row(ErrorCode.of(code), type, place, template, engine);
    }

    private static Row syntax(String code, String place, String template) {
        return row(code, TemplateSyntaxException.class, place, template);
    }

    private static Row runtime(String code, String place, String template) {
        return row(code, TemplateRuntimeException.class, place, template);
    }

    private static Row security(String code, String place, String template) {
        UnaryOperator<KidaEngineBuilder> sandbox = engine -> engine.sandbox(SandboxPolicy.builder()
                        .blockAttributes(Set.of("secret"))
                        .blockTypes(StringBuilder.class)
                        .build())
                .maxRange(10)
                .maxOutputSize(20);
        return row(code, TemplateSecurityException.class, place, template, sandbox);
    }

    private static Row finding(String code, String place, String template) {
        return row(code, Diagnostic.class, place, template);
    }

    // ---- what leads to each code -----------------------------------------------------------------------------------

    static Stream<Row> lexerAndParser() {
        return Stream.of(
                syntax("K-LEX-001", "1:9", "{% if x /"),
                syntax("K-LEX-001", "2:5", "a\n{{ x @ y }}"),
                syntax("K-LEX-002", "2:3", "a\nb{# never"),
                syntax("K-LEX-003", "1:4", "{{ x"),
                syntax("K-LEX-003", "1:3", "{{ 'abc }}"),
                row("K-LEX-004", TemplateSyntaxException.class, "1:12", "{{ 1 }}{{ 2 }}{{ 3 }}", e -> e.maxTokens(5)),
                syntax("K-PAR-001", "1:3", "{% macro f() %}{% end %}"),
                syntax("K-PAR-002", "2:3", "{% if x %}\nabc"),
                syntax("K-PAR-003", "1:7", "{{ 1 + }}"),
                syntax("K-PAR-004", "2:7", "\n{{ x | uper }}"),
                syntax("K-PAR-005", "1:8", "{{ x is ood }}"),
                syntax("K-PAR-006", "1:9", "{% block a-b %}{% end %}"),
                syntax("K-PAR-007", "1:3", "{% set x %}a{% end %}"),
                syntax("K-TPL-004", "2:0", "{% if x %}\n{% def f() %}{% end %}{% end %}"));
    }

    static Stream<Row> rendering() {
        return Stream.of(
                row("K-RUN-001", UndefinedException.class, "2:3", "a\n{{ missing }}"),
                row("K-RUN-001", UndefinedException.class, "1:7", "{{ user.nmae }}"),
                runtime("K-RUN-002", "1:7", "{{ x | breaks }}"),
                runtime("K-RUN-002", "1:9", "{{ [1] | map('breaks') }}"),
                runtime("K-RUN-003", "1:8", "{{ x is broken }}"),
                runtime("K-RUN-003", "1:9", "{{ [1] | select(name) }}"),
                row("K-RUN-004", RequiredValueException.class, "1:10", "{{ none | require }}"),
                row("K-RUN-005", NoneComparisonException.class, "1:5", "{{ 1 < none }}"),
                row("K-RUN-006", TemplateRuntimeException.class, "1:0", "{% include 'itself.html' %}"),
                runtime("K-RUN-006", "1:30", "{% def f() %}{% if true %}{{ f() }}{% end %}{% end %}{{ f() }}"),
                runtime("K-RUN-007", "1:6", "{{ [1][9] }}"),
                runtime("K-RUN-008", "1:28", "{% from 'parts.html' import nothing %}"),
                runtime("K-RUN-009", "1:7", "{{ user['zz'] }}"),
                runtime("K-RUN-010", "1:9", "{{ [1] | map('nothing') }}"),
                runtime("K-RUN-011", "1:5", "{{ 1 / zero }}"),
                runtime("K-RUN-012", "1:5", "{{ 1 + none }}"),
                runtime("K-RUN-013", "1:35", "{% from 'parts.html' import card %}{% for x in card %}{% end %}"),
                runtime("K-TPL-003", "1:0", "{% from 'circle.html' import f %}"),
                row("K-TPL-001", TemplateNotFoundException.class, "2:0", "\n{% include 'nowhere.html' %}"),
                row("K-ASY-001", TemplateRuntimeException.class, "1:3", "{{ await never }}"),
                security("K-SEC-001", "1:7", "{{ user.secret }}"),
                security("K-SEC-002", "1:10", "{{ builder.length() }}"),
                security("K-SEC-003", "1:8", "{{ range(100) | list }}"),
                security("K-SEC-004", "1:9", "{{ lambda() }}"),
                security("K-SEC-005", "1:0", "123456789012345678901234567890"));
    }

    static Stream<Row> findings() {
        String card = "<article class=\"card\"><h2>{{ p.name }}</h2><p class=\"price\">{{ p.price }}</p></article>";
        return Stream.of(
                finding("K-CMP-001", "1:38", "{% from 'parts.html' import card %}{{ card() }}"),
                finding("K-CMP-002", "1:43", "{% from 'parts.html' import card %}{{ card(5) }}"),
                finding("K-WARN-001", "1:14", "{{ x ?? 'a' | upper }}"),
                finding("K-WARN-002", "1:17", "{% if x %}{% set y = 1 %}{% end %}{{ y ?? '' }}"),
                finding("K-PRI-001", "1:7", "{{ user.password }}"),
                finding("K-PRI-002", "1:17", "{% set api_key = 'abc' %}"),
                finding("K-PRI-003", "1:7", "{{ user.password | safe }}"),
                finding("K-PRI-004", "1:18", "{{ user.name }}{{ user | tojson }}"),
                finding("K-PRI-005", "1:11", "{% include name %}"),
                finding("K-CTX-001", "1:3", "{{ user.age }}{{ user.name }}"),
                finding("K-CTX-002", "1:0", "text"),
                finding("K-ESC-001", "1:0", "{{ x }}"),
                finding("K-ESC-002", "1:7", "{{ x | safe }}"),
                finding("K-ESC-003", "1:9", "<a title={{ x }}>"),
                finding("K-ESC-004", "1:0", "{{ x | tojson }}"),
                finding("K-ESC-005", "1:0", "{{ x | xmlattr }}"),
                finding("K-A11Y-001", "1:0", "<img src=\"a.png\">"),
                finding("K-A11Y-002", "1:10", "<h1>a</h1><h3>b</h3>"),
                finding("K-A11Y-003", "1:0", "<html><p>a</p></html>"),
                finding("K-A11Y-004", "1:0", "<input name=\"q\">"),
                finding("K-TYP-001", "1:31", "{% template name: str %}{{ x ~ other }}{{ name }}"),
                finding("K-TYP-002", "1:12", "{% template name: str %}"),
                finding("K-TYP-003", "1:27", "{% template name: str %}{{ nmae }}{{ name }}"),
                finding("K-PATH-001", "1:11", "{% include 'shop/row.html' %}"),
                finding(
                        "K-MOD-102",
                        "2:16",
                        "{% for p in a %}" + card + "{% end %}\n{% for p in b %}" + card + "{% end %}"),
                finding("K-MOD-103", "1:35", "{% from 'parts.html' import card %}{% def f(x) %}{{ card(x) }}{% end %}"),
                finding("K-PAR-007", "1:16", "{% if x %} x {% end %}"));
    }

    /** What is no single template in an engine that renders it. */
    static Stream<String> others() {
        return Stream.of("K-RUN-016", "K-RUN-017", "K-TPL-002", "K-TPL-005");
    }

    static Stream<Row> thrown() {
        return Stream.concat(lexerAndParser(), rendering());
    }

    // ---- the tests -------------------------------------------------------------------------------------------------

    @Test
    void rowsAreThereForEveryCode() throws IOException {
        Set<ErrorCode> shown = Stream.concat(
                        Stream.concat(thrown(), findings()).map(Row::code), others().map(ErrorCode::of))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ErrorCode.class)));
        Set<String> documented = Pattern.compile("(?m)^\\| <a id=\"[^\"]*\"></a>(K-[A-Z0-9]+-\\d+) ")
                .matcher(Files.readString(Path.of("..", "docs", "errors.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(shown).containsExactlyInAnyOrder(ErrorCode.values());
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ErrorCode.values()).map(ErrorCode::code).toList());
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void errorsHaveTheirClassAndPlace(Row row) {
        TemplateException error = failure(row);

        assertThat(error.getCode()).isEqualTo(row.code());
        assertThat(error).isInstanceOf(row.type());
        assertThat(error.getLine() + ":" + error.getColumn()).isEqualTo(row.place());
        assertThat(error.getTemplateName()).isIn(PAGE, "itself.html", "circle.html");
        assertThat(error.getSnippet()).contains(">  " + error.getLine() + " | ").contains("^");
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void errorsHaveTheirForms(Row row) {
        TemplateException error = failure(row);
        Diagnostic data = error.toDiagnostic();
        String place = error.getTemplateName() + ":" + row.place();

        assertThat(data.formatCompact())
                .startsWith(row.code() + ": " + error.getSummary() + "\n  --> " + place + "\n   |\n")
                .endsWith("\nDocs: docs/errors.md#" + row.code().code().toLowerCase(java.util.Locale.ROOT));
        assertThat(error.getMessage()).contains(error.getSummary()).contains(error.getSnippet());
        assertThat(data.toHtmlPage())
                .startsWith("<!DOCTYPE html>")
                .contains(row.code().code(), place)
                .doesNotContain("<script");
        assertThat(data.toMarkdown()).contains(row.code().code(), place);
        if (error instanceof TemplateSyntaxException) {
            assertThat(error.getMessage())
                    .containsPattern("Kida (Parse|Syntax) Error \\[" + row.code() + "]: ")
                    .contains("  --> " + place);
        } else if (error instanceof TemplateRuntimeException) {
            assertThat(error.getMessage())
                    .startsWith("Runtime Error: " + error.getSummary())
                    .contains("\n  Location: " + place);
        }
    }

    @ParameterizedTest
    @MethodSource("findings")
    void findingsHaveTheirPlace(Row row) {
        List<Diagnostic> found = checker(row).checkSource(row.template(), PAGE);

        assertThat(found)
                .filteredOn(finding -> finding.code() == row.code())
                .extracting(finding -> finding.template() + " " + finding.line() + ":" + finding.column())
                .contains(PAGE + " " + row.place());
    }

    @Test
    void warningsOfTheCompilerAreKeptWithTheTemplate() {
        Set<ErrorCode> codes = EnumSet.of(ErrorCode.K_WARN_001, ErrorCode.K_WARN_002, ErrorCode.K_CMP_001);
        List<Row> rows = findings().filter(row -> codes.contains(row.code())).toList();

        for (Row row : rows) {
            Template template = engine(row).validateCalls(true).build().getTemplate(PAGE);
            assertThat(template.warnings())
                    .extracting(TemplateWarning::code, warning -> warning.line() + ":" + warning.column())
                    .contains(org.assertj.core.groups.Tuple.tuple(row.code(), row.place()));
        }
    }

    // ---- those that are no single template ------------------------------------------------------------------------

    @Test
    void anEngineWithoutALoaderHasNoNames() {
        KidaEngine engine = KidaEngine.builder().build();

        TemplateException asked = (TemplateException) catchThrowable(() -> engine.getTemplate(PAGE));
        TemplateException included =
                (TemplateException) catchThrowable(() -> engine.renderString("\n{% include 'a.html' %}", Map.of()));

        assertThat(asked).isInstanceOf(TemplateRuntimeException.class);
        assertThat(asked.getCode()).isEqualTo(ErrorCode.K_RUN_016);
        assertThat(asked.getSuggestion()).isNotBlank();
        assertThat(included.getCode()).isEqualTo(ErrorCode.K_RUN_016);
        assertThat(included.getLine()).isEqualTo(2);
    }

    @Test
    void whatBelongsToARenderEndsWithIt() {
        Keeper keeper = new Keeper();
        KidaEngine engine = KidaEngine.builder().build();
        engine.renderString("{% def f() %}F{% end %}{{ keeper.keep(f) }}", Map.of("keeper", keeper));

        TemplateException error = (TemplateException) catchThrowable(
                () -> java.util.Objects.requireNonNull(keeper.kept).call());

        assertThat(error).isInstanceOf(TemplateRuntimeException.class);
        assertThat(error.getCode()).isEqualTo(ErrorCode.K_RUN_017);
    }

    @Test
    void whatTheJvmCannotHoldIsASyntaxError() {
        String names = IntStream.range(0, 22_500).mapToObj(i -> "x.a" + i).collect(Collectors.joining(","));
        KidaEngine engine = KidaEngine.builder().maxTokens(1_000_000).build();

        TemplateException error = (TemplateException) catchThrowable(
                () -> engine.fromString("{{ [" + names + "] }}", PAGE).render(Map.of()));

        assertThat(error).isInstanceOf(TemplateSyntaxException.class);
        assertThat(error.getCode()).isEqualTo(ErrorCode.K_TPL_002);
        assertThat(error.getTemplateName()).isEqualTo(PAGE);
        assertThat(error.getLine()).isEqualTo(1);
    }

    @Test
    void whatTheJvmCannotHoldHasAPlace() {
        String page =
                IntStream.range(0, 15_000).mapToObj(i -> "{{ x.a" + i + " }}").collect(Collectors.joining("\n"));
        KidaEngine engine = KidaEngine.builder().maxTokens(1_000_000).build();

        TemplateException error = (TemplateException)
                catchThrowable(() -> engine.fromString(page, PAGE).render(Map.of()));

        assertThat(error.getCode()).isEqualTo(ErrorCode.K_TPL_002);
        assertThat(error.getLine()).isBetween(5_000, 15_000);
    }

    @Test
    void rootsThatCannotBeUsedAreFound(@TempDir Path folder) throws IOException {
        Path shop = Files.createDirectory(folder.resolve("shop"));
        Files.writeString(shop.resolve("a.html"), "{{ x | uper }}{% include 'blog/b.html' %}");
        Path blog = Files.createDirectory(folder.resolve("blog"));
        Files.writeString(blog.resolve("b.html"), "{% include 'shop/a.html' %}");
        Map<String, Path> roots = new java.util.LinkedHashMap<>();
        roots.put("shop", shop);
        roots.put("blog", blog);
        roots.put("again", folder.resolve("blog/../shop"));
        roots.put("gone", folder.resolve("gone"));
        roots.put("a/b", blog);

        List<Diagnostic> found = KidaChecker.ofDirectories(roots).check();

        assertThat(found)
                .extracting(finding -> finding.code() + " " + finding.template())
                .containsExactly("K-TPL-005 a/b", "K-TPL-005 again", "K-TPL-005 gone", "K-PAR-004 shop/a.html");
    }

    // ---- the forms of an error that has everything ----------------------------------------------------------------

    @Test
    void anErrorInAComponentOfAnIncludeHasBothStacks() {
        Map<String, String> files = new HashMap<>(OTHERS);
        files.put(PAGE, "<main>\n{% include 'shelf.html' %}\n</main>");
        files.put("shelf.html", "{% from 'rows.html' import row %}\n\n  {{ row(0) }}");
        files.put("rows.html", "{% def row(zero) %}\n<i>{{ 1 / zero }}</i>\n{% end %}");
        KidaEngine engine = KidaEngine.builder().loader(new MapLoader(files)).build();

        TemplateException error = (TemplateException) catchThrowable(() -> engine.render(PAGE, Map.of()));

        assertThat(error.getMessage())
                .isEqualTo("Runtime Error: Division by zero\n  Location: rows.html:2:8\n"
                        + error.getSnippet()
                        + "\n\nComponent stack:\n  • shelf.html:3 → row()"
                        + "\n\nTemplate stack:\n  • shop/page.html:2\n  • shelf.html:3"
                        + "\n\n  Expression: 1 / zero\n  Values:\n    zero = 0 (int)"
                        + "\n\nSuggestion: Guard the division with a condition on the divisor");
        assertThat(error.getSnippet()).isEqualTo("""
                   |
                   1 | {% def row(zero) %}
                >  2 | <i>{{ 1 / zero }}</i>
                     |         ^
                   3 | {% end %}
                   |""");
        assertThat(error.toDiagnostic().formatCompact())
                .isEqualTo("K-RUN-011: Division by zero\n  --> rows.html:2:8\n"
                        + error.getSnippet()
                        + "\n\nComponent stack:\n  • shelf.html:3 → row()"
                        + "\n\nTemplate stack:\n  • shop/page.html:2\n  • shelf.html:3"
                        + "\n\n  Expression: 1 / zero\n  Values:\n    zero = 0 (int)"
                        + "\nSuggestion: Guard the division with a condition on the divisor"
                        + "\nDocs: docs/errors.md#k-run-011");
        assertThat(error.toDiagnostic().toHtmlPage())
                .contains("<li>shop/page.html:2</li>", "<li>shelf.html:3</li>", "<li>shelf.html:3 → row()</li>")
                .contains("&lt;i&gt;{{ 1 / zero }}&lt;/i&gt;");
    }

    // ---- running a row ---------------------------------------------------------------------------------------------

    private static KidaEngineBuilder engine(Row row) {
        Map<String, String> files = new HashMap<>(OTHERS);
        files.put(PAGE, row.template());
        TemplateFunction.Body broken = (arguments, context) -> {
            throw new IllegalStateException("broken");
        };
        return row.engine()
                .apply(KidaEngine.builder()
                        .loader(new MapLoader(files))
                        .filter("breaks", TemplateFunction.of("breaks", Signature.parse("value"), broken))
                        .test("broken", TemplateFunction.of("broken", Signature.parse("value"), broken)));
    }

    private static TemplateException failure(Row row) {
        Map<String, Object> model = new HashMap<>();
        model.put("x", 1);
        model.put("zero", 0);
        model.put("name", "nothing");
        model.put("user", Map.of("name", "Ada", "secret", "s"));
        model.put("builder", new StringBuilder("b"));
        model.put("lambda", (Callable<String>) () -> "called");
        model.put("never", new CompletableFuture<String>());
        RenderOptions options = RenderOptions.defaults().withBlockOnAsync(Duration.ofMillis(1));
        Throwable thrown =
                catchThrowable(() -> engine(row).build().getTemplate(PAGE).render(model, options));
        assertThat(thrown).isInstanceOf(TemplateException.class);
        return (TemplateException) thrown;
    }

    private static KidaChecker checker(Row row) {
        CheckOptions options =
                switch (row.code()) {
                    case K_ESC_001, K_ESC_002, K_ESC_004, K_ESC_005 -> CheckOptions.NONE.withAudit(true);
                    default -> CheckOptions.ALL;
                };
        return KidaChecker.of(engine(row).build()).with(options).withModel(PAGE, Set.of("user.name", "x", "y", "p"));
    }
}
