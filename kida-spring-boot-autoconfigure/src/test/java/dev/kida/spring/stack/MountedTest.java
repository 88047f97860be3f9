package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.stack.PageClient.Page;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An application that is not at the root of its server, behind a filter for ETags, and compressed. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MountedTest {

    private static final Map<Setting, ConfigurableApplicationContext> RUNNING = new EnumMap<>(Setting.class);

    @AfterAll
    static void stop() {
        RUNNING.values().forEach(ConfigurableApplicationContext::close);
        RUNNING.clear();
    }

    // ---- where it is -----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(names = {"NETTY", "TOMCAT_MVC"})
    void urlsBeginWithItsPath(Setting setting) throws Exception {
        String id = scene(
                setting,
                "{% from 'kida/forms.html' import form %}{{ url('/a/{x}', 'b c') }} {{ url('~/root') }} {{ url('b') }}"
                        + " {{ url('//cdn/x') }} {{ asset('/style.css') }} {{ request.contextPath }} {{ request.path }}"
                        + " {{ asset('none.css') }} "
                        + "{% call form() %}{% end %}",
                Map.of());

        try (Page page = client(setting).get("/app/scene/" + id + "?q=1")) {
            String[] parts = page.readAll().split(" ");
            assertThat(parts).startsWith("/app/a/b%20c", "/root", "b", "//cdn/x");
            assertThat(parts[4]).matches("/app/style-[0-9a-f]{32}\\.css");
            assertThat(parts[5]).isEqualTo("/app");
            assertThat(parts[6]).isEqualTo("/scene/" + id);
            assertThat(parts[7]).isEqualTo("/app/none.css");
            assertThat(page.received()).contains("action=\"/app/scene/" + id + "?q=1\"");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NETTY", "TOMCAT_MVC"})
    void redirectsAndPagesOfBootAreBelowItsPath(Setting setting) throws Exception {
        String id = context(setting).getBean(Scenes.class).add("redirect:/elsewhere", Map.of());

        try (Page page = client(setting).get("/app/scene/" + id)) {
            assertThat(page.header("Location")).endsWith("/app/elsewhere");
        }
        try (Page page = client(setting).get("/app/")) {
            assertThat(page.readAll()).isEqualTo("<h1>Welcome, GET</h1>");
        }
        try (Page page = client(setting).get("/app/no/such/page")) {
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.readAll()).contains("<h1>Nothing at /app/no/such/page</h1>");
        }
    }

    // ---- compressed ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(names = {"NETTY", "TOMCAT_MVC"})
    void aCompressedPageIsWholeHoweverItComes(Setting setting) throws Exception {
        Flux<Integer> later = Mono.delay(Duration.ofMillis(5)).thenMany(Flux.range(1, 3));
        for (Object rows : List.of(List.of(1, 2, 3), later)) {
            String id =
                    scene(setting, "<head></head>{% for row in rows %}<p>{{ row }}</p>{% end %}", Map.of("rows", rows));

            try (Page page = client(setting).get("/app/scene/" + id, "Accept-Encoding", "gzip")) {
                assertThat(page.header("Content-Encoding")).isEqualTo("gzip");
                try (GZIPInputStream plain = new GZIPInputStream(page.body())) {
                    assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo("<head></head><p>1</p><p>2</p><p>3</p>");
                }
            }
        }
    }

    // ---- behind filters --------------------------------------------------------------------------------------------

    /** It keeps the page until its end, and then there is no need to send it again. */
    @ParameterizedTest
    @MethodSource("servlets")
    void aFilterForETagsSeesTheWholePage(Setting setting) throws Exception {
        Mono<String> late = Mono.delay(Duration.ofMillis(5)).thenReturn("late");
        String id = scene(setting, "<head></head>{{ v }}", Map.of("v", late));
        String tag;
        try (Page page = client(setting).get("/app/scene/" + id, "X-Etag", "on")) {
            assertThat(page.readAll()).isEqualTo("<head></head>late");
            tag = page.header("ETag");
            assertThat(tag).isNotNull();
        }
        try (Page page = client(setting).get("/app/scene/" + id, "X-Etag", "on", "If-None-Match", tag)) {
            assertThat(page.status()).isEqualTo(304);
            assertThat(page.readAll()).isEmpty();
        }
    }

    /** What a handler leaves for the next request is in the model of its page, and gone after that. */
    @ParameterizedTest
    @MethodSource("servlets")
    void flashAttributesAndForwardsReachThePage(Setting setting) throws Exception {
        context(setting)
                .getBean(TestTemplates.class)
                .put("mounted/target.html", "<head></head>[{{ note ?? '-' }}]{{ late }}[{{ request.path }}]");

        String session;
        try (Page page = client(setting).get("/app/flash")) {
            assertThat(page.header("Location")).contains("/app/mounted/target");
            session = page.header("Set-Cookie").split(";", 2)[0];
        }
        try (Page page = client(setting).get("/app/mounted/target", "Cookie", session)) {
            assertThat(page.readAll()).isEqualTo("<head></head>[&lt;b&gt;]late[/mounted/target]");
        }
        try (Page page = client(setting).get("/app/mounted/target", "Cookie", session)) {
            assertThat(page.readAll()).startsWith("<head></head>[-]");
        }
        try (Page page = client(setting).get("/app/forwards")) {
            assertThat(page.readAll()).startsWith("<head></head>[-]late");
        }
    }

    static Stream<Setting> servlets() {
        return Stream.of(Setting.TOMCAT_MVC, Setting.TOMCAT_MVC_VIRTUAL_THREADS).filter(Setting::isPossible);
    }

    // ---- the applications ------------------------------------------------------------------------------------------

    private static String scene(Setting setting, String template, Map<String, ?> model) {
        ConfigurableApplicationContext context = context(setting);
        String id = context.getBean(Scenes.class).add("", Map.of());
        context.getBean(TestTemplates.class).put("mounted/" + id + ".html", template);
        return context.getBean(Scenes.class).add("mounted/" + id, model);
    }

    private static PageClient client(Setting setting) {
        return new PageClient(
                context(setting).getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static ConfigurableApplicationContext context(Setting setting) {
        return RUNNING.computeIfAbsent(setting, MountedTest::start);
    }

    private static ConfigurableApplicationContext start(Setting setting) {
        List<Class<?>> sources = new ArrayList<>(List.of(StackApplication.class));
        if (setting.type() == WebApplicationType.SERVLET) {
            sources.addAll(List.of(ServletConfiguration.class, ServletController.class));
        }
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(setting.type())
                .resourceLoader(new DefaultResourceLoader(MountedTest.class.getClassLoader()))
                .properties(setting.properties())
                .properties("server.servlet.context-path=/app", "spring.webflux.base-path=/app")
                .properties("server.compression.enabled=true", "server.compression.min-response-size=1B")
                .properties("spring.web.resources.chain.strategy.content.enabled=true")
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    static class ServletConfiguration {

        @Bean
        Filter etags() {
            return new ShallowEtagHeaderFilter() {
                @Override
                protected boolean shouldNotFilter(HttpServletRequest request) {
                    return request.getHeader("X-Etag") == null;
                }
            };
        }
    }

    @Controller
    static class ServletController {

        @GetMapping("/flash")
        String flash(RedirectAttributes attributes) {
            attributes.addFlashAttribute("note", "<b>");
            return "redirect:/mounted/target";
        }

        @GetMapping("/forwards")
        String forwards() {
            return "forward:/mounted/target";
        }

        @GetMapping("/mounted/target")
        String target(Model model) {
            model.addAttribute("late", Mono.delay(Duration.ofMillis(5)).thenReturn("late"));
            return "mounted/target";
        }
    }
}
