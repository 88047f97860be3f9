package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kida.spring.stack.PageClient.Page;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What data must not be able to do, on any stack: values, messages, names that are computed, what comes after the head. */
abstract class StackDataAttacksTest extends StackAttacksTest {

    private static final String SCRIPT = "\"><script>alert(1)</script>";

    // ---- names -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\host\\share\\hello",
                "http://localhost/hello",
                "file:///etc/passwd",
                "hello/",
                "./hello",
                "a/../hello",
                "hello\t",
                "hello\u00a0",
                "\uff0e\uff0e/hello",
                "~{hello::p}",
                "*{7919*7919}",
                "|hello|",
                "redirect",
                "error/../hello"
            })
    void stillMoreNamesThatAreNoTemplates(String name) throws Exception {
        try (Page page = show(scene(name, Map.of("name", "x")))) {
            assertThat(page.status()).isGreaterThanOrEqualTo(400);
            assertThat(page.readAll()).doesNotContain("62710561", "from the class path", "root:");
        }
    }

    @Test
    void aNameThatIsTooLongIsNotFound() throws Exception {
        try (Page page = show(scene("a/".repeat(3_000) + "hello", Map.of()))) {
            assertThat(page.status()).isGreaterThanOrEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include name %}",
                "{% extends name %}",
                "{% import name as m %}{{ m.x }}",
                "{% from name import x %}{{ x }}",
                "{% include ['nothing.html', name] %}"
            })
    void noTagReadsAFileOutsideOfTheFolder(String tag) throws Exception {
        for (String name : List.of(
                "../application.properties",
                "..\\..\\etc\\passwd",
                "file:/etc/passwd",
                "C:/windows/win.ini",
                "//h/s")) {
            try (Page page = show(scene(template(tag), Map.of("name", name)))) {
                assertThat(page.status()).as(name).isEqualTo(500);
                assertThat(page.readAll()).doesNotContain("root:");
            }
        }
    }

    // ---- values ----------------------------------------------------------------------------------------------------

    @Test
    void messagesAndTheirArgumentsAreText() throws Exception {
        String id = scene(template("{{ message('sly', evil) }}|{{ _('sly') }}"), Map.of("evil", "{{ 7919*7919 }}<i>"));

        try (Page page = client().get("/scene/" + id, "Accept-Language", "en")) {
            assertThat(page.readAll())
                    .startsWith("{{ 7919*7919 }}&lt;b&gt;{{ 7919*7919 }}&lt;i&gt;|")
                    .doesNotContain("62710561", "<b>", "<i>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "context.environment",
                "context.getBean('scenes')",
                "context.beanDefinitionNames",
                "context['classLoader']",
                "type.name",
                "type.forName('java.lang.Runtime')",
                "loader.parent",
                "thread.threadGroup",
                "thread.contextClassLoader",
                "method.invoke(v)",
                "method.declaringClass",
                "enum.declaringClass",
                "enum.getDeclaringClass()",
                "array.class",
                "array['class']",
                "lambda.class",
                "v['get' ~ 'Class']()",
                "v | map(attribute='class') | list",
                "[v] | map(attribute='class.name') | list",
                "v.module",
                "v.protectionDomain"
            })
    void whateverIsInTheModelGivesNoWayOut(String expression) throws Exception {
        Map<String, Object> model = new HashMap<>();
        model.put("v", new Value("x"));
        model.put("context", context());
        model.put("type", String.class);
        model.put("loader", getClass().getClassLoader());
        model.put("thread", Thread.currentThread());
        model.put("method", Object.class.getMethod("getClass"));
        model.put("enum", TimeUnit.DAYS);
        model.put("array", new String[] {"x"});
        model.put("lambda", (Runnable) () -> {});

        try (Page page = show(scene(template("[{{ " + expression + " }}]"), model))) {
            assertThat(page.readAll())
                    .doesNotContain("class ", "java.lang", "org.spring", "ClassLoader", "Scenes", "ThreadGroup");
            assertThat(page.status()).isIn(200, 500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.close", "c.reset", "c.count", "c['close']", "c.increment", "c | attr('close')"})
    void namingAMethodDoesNotCallIt(String expression) throws Exception {
        Clicks clicks = new Clicks();

        try (Page page = show(scene(template("{{ " + expression + " }}"), Map.of("c", clicks)))) {
            page.readAll();
        }
        assertThat(clicks.calls).hasValue(0);
    }

    @Test
    void beansAreNoNames() throws Exception {
        String names = "{{ scenes ?? '-' }}{{ testTemplates ?? '-' }}{{ systemProperties ?? '-' }}"
                + "{{ systemEnvironment ?? '-' }}{{ messageSource ?? '-' }}{{ beans ?? '-' }}{{ kidaEngine ?? '-' }}";

        try (Page page = show(names, Map.of())) {
            assertThat(page.readAll()).isEqualTo("-------");
        }
    }

    // ---- after the head --------------------------------------------------------------------------------------------

    @Test
    void aFallbackInAnAttributeIsEscaped() throws Exception {
        String view = template("<a title=\"{% try %}{{ late }}{% fallback e %}{{ evil }}{% end %}\">");
        Mono<String> late =
                Mono.<String>error(new IllegalStateException(SCRIPT)).delaySubscription(Flux.just(1));

        try (Page page = show(scene(view, Map.of("late", late, "evil", SCRIPT)))) {
            assertThat(page.readAll()).doesNotContain("<script").startsWith("<a title=\"&");
        }
    }

    @Test
    void aSectionThatFailsLeavesNoHalfTagAndNoReason() throws Exception {
        Sinks.One<String> late = Sinks.one();
        String view =
                template("<body>{% defer %}<a href=\"{{ late }}\">x</a>{% loading %}…{% fallback e %}sorry{% end %}"
                        + "<p>end</p></body>");

        try (Page page = show(scene(view, Map.of("late", late.asMono())))) {
            page.readUntil("<p>end</p>");
            late.tryEmitError(new IllegalStateException("top secret")).orThrow();
            assertThat(page.readAll())
                    .contains("sorry")
                    .endsWith("</body>")
                    .doesNotContain("<a href", "top secret", "IllegalState");
        }
    }

    @Test
    void aSectionWithoutAFallbackThatFailsCutsOffAndTellsNothing() throws Exception {
        Sinks.One<String> late = Sinks.one();
        String view = template("<body>{% defer %}<b>{{ late }}</b>{% end %}<p>end</p></body>");

        try (Page page = show(scene(view, Map.of("late", late.asMono())))) {
            page.readUntil("<p>end</p>");
            late.tryEmitError(new IllegalStateException("top secret")).orThrow();
            assertThatExceptionOfType(IOException.class).isThrownBy(page::readAll);
            assertThat(page.received()).doesNotContain("<b>", "top secret", "IllegalState", "</body>");
        }
    }

    @Test
    void dataCannotForgeOrCloseASection() throws Exception {
        Sinks.One<String> late = Sinks.one();
        String view = template("<body>{% defer %}<p>{{ late }}</p>{% loading %}{{ evil }}{% end %}<i>end</i></body>");
        String evil = "<?end></template><template for=\"s1\"><?start name=\"s1\">";

        try (Page page = show(scene(view, Map.of("late", late.asMono(), "evil", evil)))) {
            page.readUntil("<i>end</i>");
            late.tryEmitValue(evil).orThrow();
            String html = page.readAll();
            assertThat(html).contains("&lt;?end&gt;").doesNotContain("for=\"s1\"", "name=\"s1\"");
            assertThat(html.split("<\\?start", -1)).hasSize(2);
            assertThat(html.split("<\\?end", -1)).hasSize(2);
            assertThat(html.split("<template for", -1)).hasSize(2);
        }
    }

    // ---- headers and events ----------------------------------------------------------------------------------------

    @Test
    void anAttributeOfARedirectAddsNoHeaderAndNoHost() throws Exception {
        String id = scene("redirect:/a/{to}", Map.of("to", "b\r\nSet-Cookie: a=b"));
        try (Page page = show(id)) {
            assertThat(page.header("Set-Cookie")).isNull();
            assertThat(String.valueOf(page.header("Location"))).doesNotContain("\r", "\n");
        }
        try (Page page = show(scene("redirect:/{to}", Map.of("to", "/evil.example")))) {
            assertThat(String.valueOf(page.header("Location"))).doesNotStartWith("//");
        }
    }

    @Test
    void whatHtmxSaysIsNoHeaderOfTheAnswer() throws Exception {
        String id = scene(template("{{ hx_trigger() }}"), Map.of());

        try (Page page =
                client().get("/scene/" + id, "HX-Request", "true", "HX-Trigger", "a, b", "HX-Redirect", "//e")) {
            assertThat(page.readAll()).isEqualTo("a, b");
            assertThat(page.header("HX-Trigger")).isNull();
            assertThat(page.header("HX-Redirect")).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"CR", "LF", "CRLF"})
    void noLineOfAnEventIsAFieldOfItsOwn(String lineEnd) throws Exception {
        String end = lineEnd.replace("CR", "\r").replace("LF", "\n");
        String evil = "a" + end + "event: forged" + end + end + "data: forged";
        String stream = scene("", Map.of("ids", Flux.just(scene(template("<p>{{ evil }}</p>"), Map.of("evil", evil)))));

        try (Page page = client().get("/events/" + stream, "Accept", "text/event-stream")) {
            assertThat(page.readAll().split("\r\n|\r|\n"))
                    .filteredOn(line -> !line.isEmpty())
                    .allMatch(line -> line.startsWith("data:") || line.equals("event:row"));
        }
    }

    // ---- between requests ------------------------------------------------------------------------------------------

    @Test
    void aCachedFragmentKeepsNoTokenAndNoNonce() throws Exception {
        String id = scene(
                template("{% cache 'form' %}{{ csrf_token() }}{{ csp_nonce() }}{% end %}{{ csp_nonce() | safe }}"),
                Map.of());

        try (Page with = client().get("/scene/" + id, "X-Csrf", "on")) {
            assertThat(with.readAll()).contains("secret&amp;");
        }
        try (Page without = show(id)) {
            assertThat(without.readAll()).doesNotContain("secret");
        }
    }

    /** An object with methods that change it. */
    public static final class Clicks implements AutoCloseable {

        private final AtomicInteger calls = new AtomicInteger();

        public void reset() {
            calls.incrementAndGet();
        }

        public int increment() {
            return calls.incrementAndGet();
        }

        public void setCount(int count) {
            calls.set(count);
        }

        @Override
        public void close() {
            calls.incrementAndGet();
        }
    }
}
