package dev.kida.spring.webmvc;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.async.StandardServletAsyncWebRequest;
import org.springframework.web.util.ContentCachingResponseWrapper;

class ReadinessTest {

    private final HttpServletResponse response = new MockHttpServletResponse();

    @Test
    void containersAreBelieved() {
        assertThat(Readiness.isTold(response)).isTrue();
    }

    @Test
    void wrappersThatLeaveTheStreamAsItIsAreBelieved() {
        HttpServletResponse wrapper = new HttpServletResponseWrapper(response) {};

        assertThat(Readiness.isTold(wrapper)).isTrue();
    }

    @Test
    void theWrapperOfSpringIsBelieved() {
        HttpServletResponse wrapper = new StandardServletAsyncWebRequest(new MockHttpServletRequest(), response)
                .getNativeResponse(HttpServletResponse.class);

        assertThat(wrapper).isInstanceOf(HttpServletResponseWrapper.class);
        assertThat(Readiness.isTold(wrapper)).isTrue();
    }

    @Test
    void aStreamOfAFilterIsNotBelievedHoweverDeepItIs() {
        HttpServletResponse wrapper = new HttpServletResponseWrapper(new OwnStream(response)) {};

        assertThat(Readiness.isTold(wrapper)).isFalse();
    }

    @Test
    void aWrapperThatCollectsIsNotBelieved() {
        assertThat(Readiness.isTold(new ContentCachingResponseWrapper(response)))
                .isFalse();
    }

    private static final class OwnStream extends HttpServletResponseWrapper {

        OwnStream(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() {
            throw new UnsupportedOperationException();
        }
    }
}
