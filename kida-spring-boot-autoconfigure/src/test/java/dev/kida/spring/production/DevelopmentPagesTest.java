package dev.kida.spring.production;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kida.spring.FailedPages;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.WebApplicationType;

/** Failed templates in development and in production, on both stacks. */
@Timeout(120)
class DevelopmentPagesTest {

    private static final String HTML_OF_THE_ERROR = "</dialog><script>alert(1)</script>";

    /** What is the same on both stacks. */
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Stack {

        private final WebApplicationType type;
        private final String tag;
        private OpsApplication.Running development;
        private OpsApplication.Running production;

        Stack(WebApplicationType type, String tag) {
            this.type = type;
            this.tag = tag;
        }

        @BeforeAll
        void start() {
            development = OpsApplication.start(type, List.of(), "kida.debug=true");
            production = OpsApplication.start(type, List.of());
        }

        @AfterAll
        void stop() {
            development.close();
            production.close();
        }

        // ---- before the first byte --------------------------------------------------------------------------------

        @Test
        void aFailedRenderIsShownWithItsPlaceItsWayAndTheModel() {
            HttpResponse<String> page = development.get("/show/fails");

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWithIgnoringCase("text/html"));
            assertThat(page.body())
                    .contains("K-RUN-", "part.html:1", "title.nope", "fails.html:2", "card()")
                    .contains("<code>secret</code></td><td>String</td>")
                    .contains("<code>count</code></td><td>Integer</td>")
                    .doesNotContain("top<secret>", "top&lt;secret", "<td>42");
        }

        @Test
        void aTemplateThatDoesNotCompileIsShown() {
            HttpResponse<String> page = development.get("/show/broken");

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body()).contains("K-PAR-", "broken.html:2", "{% if %}");
        }

        @Test
        void whoDoesNotAskForHtmlGetsWhatBootSends() {
            HttpResponse<String> answer =
                    development.send(development.request("/show/fails").setHeader("Accept", "application/json"));

            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).doesNotContain("kida-error", "K-RUN-");
        }

        @Test
        void otherFailuresAreLeftToBoot() {
            assertThat(development.get("/throws").statusCode()).isEqualTo(500);
            assertThat(development.get("/throws").body()).doesNotContain("kida-error");
            assertThat(development.get("/nowhere").statusCode()).isEqualTo(404);
        }

        @Test
        void productionTellsNothing() {
            assertThat(production.get("/show/fails").statusCode()).isEqualTo(500);
            assertThat(production.get("/show/fails").body())
                    .doesNotContain("kida-error", "K-RUN-", "part.html", "title.nope");
            assertThat(production.get("/show/broken").body()).doesNotContain("K-PAR-", "{% if");
        }

        // ---- after it ---------------------------------------------------------------------------------------------

        @Test
        void aPageThatWasBegunEndsWithAnOverlay() {
            String page = development.getBroken("/late/late");

            assertThat(page)
                    .startsWith("<html><body><h1>begun</h1>")
                    .contains("<dialog open class=\"kida-dev kida-dev-over\"", "late.html:2")
                    .contains("<code>secret</code></td><td>String</td>")
                    .contains("&lt;/dialog&gt;&lt;script&gt;")
                    .doesNotContain(HTML_OF_THE_ERROR, "<script", OpsController.SECRET);
        }

        @Test
        void anOverlayComesOutOfAnAttribute() {
            assertThat(development.getBroken("/late/late-attribute"))
                    .startsWith("<html><body><a title=\"<!--\"'>-->")
                    .contains("<dialog open");
        }

        @Test
        void inProductionThePageJustEnds() {
            assertThat(production.getBroken("/late/late"))
                    .startsWith("<html><body><h1>begun</h1>")
                    .doesNotContain("dialog", "K-RUN", "late.html", "</html>");
        }

        @Test
        void theLogHasTheFacts() {
            Logger logger = (Logger) LoggerFactory.getLogger(FailedPages.class);
            ListAppender<ILoggingEvent> events = new ListAppender<>();
            events.start();
            logger.addAppender(events);
            try {
                production.getBroken("/late/late");
            } finally {
                logger.detachAppender(events);
            }

            assertThat(events.list).singleElement().satisfies(event -> {
                assertThat(event.getLevel()).isEqualTo(Level.ERROR);
                assertThat(Objects.requireNonNull(event.getKeyValuePairs()))
                        .extracting(KeyValuePair::toString)
                        .anySatisfy(pair -> assertThat(pair).matches("kida.bytes=\"[1-9][0-9]\""))
                        .contains(
                                "kida.view=\"late\"",
                                "kida.request=\"GET /late/late\"",
                                "kida.stack=\"" + tag + "\"",
                                "kida.template=\"late.html\"",
                                "kida.line=\"2\"",
                                "kida.code=\"K-RUN-007\"");
            });
        }
    }

    @Nested
    class OnMvc extends Stack {
        OnMvc() {
            super(WebApplicationType.SERVLET, "webmvc");
        }
    }

    @Nested
    class OnWebFlux extends Stack {
        OnWebFlux() {
            super(WebApplicationType.REACTIVE, "webflux");
        }
    }
}
