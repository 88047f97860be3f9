package dev.kida.spring.webmvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@ExtendWith(OutputCaptureExtension.class)
class UnknownViewsTest {

    private final UnknownViews unknown = new UnknownViews();

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aNameIsToldOnce(CapturedOutput output) {
        unknown.add("missing");
        unknown.add("missing");

        assertThat(output.toString().split("no template for the view 'missing'", -1))
                .hasSize(2);
    }

    @Test
    void namesOfVisitorsDoNotFillTheLog(CapturedOutput output) {
        for (int i = 0; i < 1000; i++) {
            unknown.add("path/" + i);
        }

        assertThat(output.toString().split("no template for the view", -1)).hasSize(101);
    }

    @Test
    void whatBootLooksForByItselfIsNotMissing(CapturedOutput output) {
        unknown.add("error");
        unknown.add("error/404");

        assertThat(output).doesNotContain("no template");
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
