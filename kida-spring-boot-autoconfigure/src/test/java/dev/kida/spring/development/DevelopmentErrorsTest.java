package dev.kida.spring.development;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.load.MapLoader;
import dev.kida.load.TemplateLoader;
import dev.kida.spring.boot.autoconfigure.KidaAutoConfiguration;
import dev.kida.spring.boot.autoconfigure.KidaDevelopmentAutoConfiguration;
import dev.kida.spring.boot.autoconfigure.KidaWebFluxAutoConfiguration;
import dev.kida.spring.boot.autoconfigure.KidaWebMvcAutoConfiguration;
import dev.kida.spring.webflux.KidaReactiveViewResolver;
import dev.kida.spring.webflux.ReactiveDevelopment;
import dev.kida.spring.webmvc.KidaViewResolver;
import dev.kida.spring.webmvc.ServletDevelopment;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.servlet.ModelAndView;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A failing template in the browser of its author, on both stacks. */
class DevelopmentErrorsTest {

    private static final Map<String, Object> MODEL = Map.of("customer", "<Ada's secret>", "orders", List.of(1));

    private static final MapLoader TEMPLATES = new MapLoader(Map.of(
            "before.html", "<p>\n{{ custmer }}",
            "after.html", "<ul>{% for line in lines %}<li>{{ line }}</li>{% flush %}{% end %}"));

    private static final AutoConfigurations CONFIGURATION = AutoConfigurations.of(
            KidaAutoConfiguration.class,
            KidaDevelopmentAutoConfiguration.class,
            KidaWebMvcAutoConfiguration.class,
            KidaWebFluxAutoConfiguration.class);

    private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
            .withConfiguration(CONFIGURATION)
            .withBean(TemplateLoader.class, () -> TEMPLATES);

    private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
            .withConfiguration(CONFIGURATION)
            .withBean(TemplateLoader.class, () -> TEMPLATES);

    @Test
    void nothingIsShownUnlessAsked() {
        servlet.run(context -> assertThat(context).doesNotHaveBean(ServletDevelopment.class));
        reactive.run(context -> assertThat(context).doesNotHaveBean(ReactiveDevelopment.class));
    }

    @Test
    void aServletPageShowsTheLinesAndTheNames() {
        servlet.withPropertyValues("kida.debug=true").run(context -> {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
            Throwable failure = null;
            try {
                context.getBean(KidaViewResolver.class)
                        .resolveViewName("before", Locale.ROOT)
                        .render(MODEL, request, new MockHttpServletResponse());
            } catch (Exception ex) {
                failure = ex;
            }
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new ServletException(failure));
            ModelAndView shown = context.getBean(ServletDevelopment.class)
                    .resolveErrorView(request, HttpStatus.INTERNAL_SERVER_ERROR, Map.of());
            MockHttpServletResponse response = new MockHttpServletResponse();
            shown.getView().render(Map.of(), request, response);

            assertPage(response.getContentAsString(StandardCharsets.UTF_8));
            assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        });
    }

    @Test
    void failuresOfOthersAreLeftToOthers() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException());

        assertThat(new ServletDevelopment().resolveErrorView(request, HttpStatus.NOT_FOUND, Map.of()))
                .isNull();
        assertThat(handled(MediaType.TEXT_HTML, new IllegalStateException())
                        .getResponse()
                        .getStatusCode())
                .isNull();
    }

    @Test
    void aReactivePageShowsTheLinesAndTheNames() {
        reactive.withPropertyValues("kida.debug=true").run(context -> {
            MockServerWebExchange exchange =
                    MockServerWebExchange.from(MockServerHttpRequest.get("/").accept(MediaType.TEXT_HTML));
            ReactiveDevelopment development = context.getBean(ReactiveDevelopment.class);

            context.getBean(KidaReactiveViewResolver.class)
                    .resolveViewName("before", Locale.ROOT)
                    .flatMap(view -> view.render(MODEL, MediaType.TEXT_HTML, exchange))
                    .onErrorResume(ex -> development.handle(exchange, ex))
                    .block();

            assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
            assertPage(exchange.getResponse().getBodyAsString().block());
        });
    }

    @Test
    void programsGetNoPage() {
        RuntimeException failure = failure();

        assertThat(handled(MediaType.APPLICATION_JSON, failure).getResponse().getStatusCode())
                .isNull();
        assertThat(handled(MediaType.ALL, failure).getResponse().getStatusCode())
                .isNull();
        assertThat(handled(MediaType.TEXT_HTML, failure).getResponse().getStatusCode())
                .isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    @Test
    void afterAPartOfThePageIsOutTheFailureIsShownOverIt() {
        Map<String, Object> model = Map.of(
                "lines", Flux.just("first").concatWith(Mono.error(new IllegalStateException("the list <broke> off"))));

        servlet.withPropertyValues("kida.debug=true", "spring.threads.virtual.enabled=true")
                .run(context -> {
                    MockHttpServletResponse response = new MockHttpServletResponse();
                    Throwable failure = null;
                    try {
                        context.getBean(KidaViewResolver.class)
                                .resolveViewName("after", Locale.ROOT)
                                .render(model, new MockHttpServletRequest("GET", "/"), response);
                    } catch (Exception ex) {
                        failure = ex;
                    }
                    assertThat(failure).isNotNull();
                    assertOverlay(response.getContentAsString(StandardCharsets.UTF_8));
                });
        reactive.withPropertyValues("kida.debug=true").run(context -> {
            MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
            StringBuilder sent = new StringBuilder();
            exchange.getResponse().setWriteHandler(body -> body.doOnNext(
                            buffer -> sent.append(buffer.toString(StandardCharsets.UTF_8)))
                    .then());

            assertThat(context.getBean(KidaReactiveViewResolver.class)
                            .resolveViewName("after", Locale.ROOT)
                            .flatMap(view -> view.render(model, MediaType.TEXT_HTML, exchange))
                            .materialize()
                            .block()
                            .getThrowable())
                    .isNotNull();
            assertOverlay(sent.toString());
        });
    }

    private static void assertOverlay(String page) {
        assertThat(page)
                .startsWith("<ul><li>first</li>")
                .contains("kida-dev-over", "The page broke off here", "the list &lt;broke&gt; off", "after.html")
                .contains("<code>lines</code>")
                .doesNotContain("<broke>");
    }

    private static void assertPage(String page) {
        assertThat(page)
                .contains("K-RUN-001", "before.html:2", "{{ custmer }}", "customer")
                .contains("<code>customer</code></td><td>String</td>")
                .contains("<code>orders</code>")
                .doesNotContain("secret");
    }

    private static MockServerWebExchange handled(MediaType accept, Throwable failure) {
        MockServerWebExchange exchange =
                MockServerWebExchange.from(MockServerHttpRequest.get("/").accept(accept));
        new ReactiveDevelopment().handle(exchange, failure).onErrorComplete().block();
        return exchange;
    }

    private static RuntimeException failure() {
        try {
            KidaEngine.builder().loader(TEMPLATES).build().render("before.html", Map.of());
            throw new AssertionError();
        } catch (RuntimeException ex) {
            return ex;
        }
    }
}
