package dev.kida.spring.webmvc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PageFailuresTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final PageFailures failures =
            new PageFailures("page", new MockHttpServletRequest("GET", "/page"), response, new PageWriter(response));

    /** A client that accepts JSON gets the error as JSON, and Spring does not write that as HTML. */
    @Test
    void theTypeOfAPageThatFailedIsNotThatOfItsError() {
        response.setContentType("text/html;charset=UTF-8");
        IllegalStateException reason = new IllegalStateException("reason");

        assertThat(failures.toThrow(reason)).isSameAs(reason);
        assertThat(response.getContentType()).isNull();
    }

    @Test
    void whatWasSentKeepsItsType() {
        response.setContentType("text/html;charset=UTF-8");
        response.setCommitted(true);

        failures.toThrow(new IllegalStateException("reason"));
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
    }
}
