package dev.kida.spring.webmvc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class ResponseContentTypeTest {

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    /** Spring sorts no more than fifty; whoever negotiates by something else than the header does not care. */
    @Test
    void aHeaderThatNobodyCanReadIsNone() {
        assertThat(offered("text/html" + ", text/html".repeat(60))).isEqualTo(MediaType.APPLICATION_XHTML_XML);
        assertThat(offered("not a type")).isEqualTo(MediaType.APPLICATION_XHTML_XML);
    }

    private static MediaType offered(String accept) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept", accept);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return ResponseContentType.offered(MediaType.APPLICATION_XHTML_XML);
    }
}
