package dev.kida.spring.webmvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class UnknownViewsTest {

    private final UnknownViews unknown = new UnknownViews();
    private final Logger logger = (Logger) LoggerFactory.getLogger(UnknownViews.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void noRequest() {
        logger.detachAppender(log);
        logger.setLevel(null);
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aNameIsToldOnce() {
        unknown.add("missing");
        unknown.add("missing");

        assertThat(log.list).singleElement().satisfies(event -> assertThat(event.getFormattedMessage())
                .contains("no template for the view 'missing'"));
    }

    @Test
    void namesOfVisitorsDoNotFillTheLog() {
        for (int i = 0; i < 1000; i++) {
            unknown.add("path/" + i);
        }

        assertThat(log.list).hasSize(100);
    }

    @Test
    void whatBootLooksForByItselfIsNotMissing() {
        unknown.add("error");
        unknown.add("error/404");

        assertThat(log.list).isEmpty();
    }

    @Test
    void aForwardThatLeadsOnAndOnEnds() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        for (int i = 0; i < 10; i++) {
            unknown.add("x/".repeat(i) + "page");
        }

        assertThatThrownBy(() -> unknown.add("x/x/x/page"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'page'")
                .hasMessageContaining("'x/page'");
    }

    @Test
    void otherRequestsAreNotConcerned() {
        for (int i = 0; i < 50; i++) {
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
            assertThatCode(() -> unknown.add("missing")).doesNotThrowAnyException();
        }
    }
}
