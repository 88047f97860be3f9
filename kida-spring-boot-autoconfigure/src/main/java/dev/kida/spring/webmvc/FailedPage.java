package dev.kida.spring.webmvc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The result of an asynchronous request whose page failed: a view that throws when it is rendered. So the failure takes the
 * same way as that of a page which never left the request thread, past the exception handlers of the controller to the
 * error page. It is a {@link ServerResponse} as well, because that is what functional endpoints resume with.
 */
final class FailedPage implements View, ServerResponse {

    private final Exception failure;

    FailedPage(Exception failure) {
        this.failure = failure;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        throw failure;
    }

    @Override
    public ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context) {
        return new ModelAndView(this);
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(500);
    }

    @Override
    public HttpHeaders headers() {
        return HttpHeaders.EMPTY;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }
}
