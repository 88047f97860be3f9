package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.stack.PageClient.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What must not work, on any stack. */
abstract class StackAttacksTest extends StackSectionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello#${7919*7919}",
                "hello#p,{{7919*7919}}",
                "hello#",
                "hello#a#b",
                "hello#../x",
                "{%include 'hello.html'%}",
                "hello|x",
                "..\\..\\etc\\passwd",
                "%2e%2e/%2e%2e/etc/passwd",
                "....//etc/passwd",
                "C:/windows/win.ini",
                "jar:file:/x.jar!/y",
                "classpath:hello",
                "classpath*:hello",
                "//host/share",
                "hello.",
                "hello ",
                "hello?x=1",
                "templates/\u2025/hello"
            })
    void moreNamesThatAreNoTemplates(String name) throws Exception {
        try (Page page = show(scene(name, Map.of("name", "x")))) {
            assertThat(page.status()).isGreaterThanOrEqualTo(400);
            assertThat(page.readAll()).doesNotContain("62710561").doesNotContain("from the class path");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/named/redirect:http://evil.example/",
                "/named/forward:/scene/x",
                "/named/x::frag",
                "/named/..%2f..%2fetc%2fpasswd",
                "/named/%2e%2e/%2e%2e/application.properties",
                "/redirect:http://evil.example/"
            })
    void aPathIsNoExpressionEither(String path) throws Exception {
        String answer = client().raw(path);

        assertThat(answer).doesNotStartWith("HTTP/1.1 2").doesNotContain("Location: http://evil");
        String body = answer.substring(Math.max(0, answer.indexOf("\r\n\r\n")));
        assertThat(body).doesNotContain("62710561").doesNotContain("root:");
    }

    @Test
    void valuesThatLookLikeTemplatesAreText() throws Exception {
        String evil = "{{ 7919*7919 }}{% include 'hello.html' %}${7919*7919}#{7919*7919}";
        String id = scene(template("{{ plain }}|{{ later }}"), Map.of("plain", evil, "later", Mono.just(evil)));

        try (Page page = show(id)) {
            assertThat(page.readAll())
                    .contains("{{ 7919*7919 }}")
                    .contains("${7919*7919}")
                    .doesNotContain("62710561")
                    .doesNotContain("from the class path");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v.class",
                "v.getClass()",
                "v['cl' ~ 'ass']",
                "v | attr('class')",
                "v.class.classLoader",
                "v.hashCode.TYPE",
                "v.CLASS",
                "v.declaringClass",
                "request.class",
                "request.exchange",
                "request.session",
                "request.servletContext",
                "beans.environment",
                "environment",
                "applicationContext",
                "springMacroRequestContext",
                "exchange",
                "session",
                "response"
            })
    void nothingLeadsToTheApplication(String expression) throws Exception {
        String id = scene(template("[{{ " + expression + " }}]"), Map.of("v", new Value("x")));

        try (Page page = show(id)) {
            assertThat(page.readAll())
                    .doesNotContain("class ")
                    .doesNotContain("@")
                    .doesNotContain("org.spring");
            assertThat(page.status()).isIn(200, 500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v.clear", "v.size", "n.incrementAndGet", "v.iterator"})
    void readingAPropertyCallsNothing(String expression) throws Exception {
        List<String> list = new ArrayList<>(List.of("a"));
        AtomicInteger number = new AtomicInteger();

        try (Page page = show(scene(template("{{ " + expression + " }}"), Map.of("v", list, "n", number)))) {
            page.readAll();
        }
        assertThat(list).containsExactly("a");
        assertThat(number).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../../../etc/passwd", "/etc/passwd", "file:/etc/passwd", "..%2f..%2fetc/passwd", "a\u0000b"})
    void anIncludeDoesNotLeaveTheFolder(String name) throws Exception {
        try (Page page = show(scene(template("[{% include name %}]"), Map.of("name", name)))) {
            assertThat(page.status()).isEqualTo(500);
            assertThat(page.readAll()).doesNotContain("root:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", " java\u0000script:alert(1)", "data:text/html,x", "vbscript:x"})
    void urlsDoNotRunScripts(String url) throws Exception {
        try (Page page = show(scene(template("{{ url(u) }}"), Map.of("u", url)))) {
            assertThat(page.readAll()).isEqualTo("#");
        }
    }

    @Test
    void aRedirectCannotAddHeaders() throws Exception {
        try (Page page = show(scene("redirect:/a\r\nSet-Cookie: a=b", Map.of()))) {
            assertThat(page.header("Set-Cookie")).isNull();
        }
    }

    @Test
    void theContentTypeIsNotTakenFromTheModel() throws Exception {
        String id = scene(template("x"), Map.of("contentType", "text/plain", "Content-Type", "text/plain"));

        try (Page page = show(id)) {
            assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        }
    }

    @Test
    void manyNamesThatDoNotExistAreOnlyManyErrors() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (Page page = client().get("/named/n" + i, "Accept-Language", "x" + i)) {
                assertThat(page.status()).isGreaterThanOrEqualTo(400);
            }
        }
    }

    /** A value with a name. */
    public record Value(String name) {}
}
