package dev.kida.spring.webmvc;

import dev.kida.spring.RequestFacts;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Reads what a render knows of a servlet request, on the thread of the request. */
final class ServletPageFacts {

    private ServletPageFacts() {}

    static RequestFacts of(HttpServletRequest request, HttpServletResponse response) {
        return new RequestFacts(
                request.getMethod(),
                path(request),
                request.getContextPath(),
                request.getQueryString(),
                RequestContextUtils.getLocale(request),
                RequestContextUtils.getTimeZone(request),
                request::getHeader,
                response::encodeURL);
    }

    /** Of an error page, that of the request which failed. */
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed instanceof String text ? text : request.getRequestURI();
        String context = request.getContextPath();
        return uri.startsWith(context) ? uri.substring(context.length()) : uri;
    }
}
