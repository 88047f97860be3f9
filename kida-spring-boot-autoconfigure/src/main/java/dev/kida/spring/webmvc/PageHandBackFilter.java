package dev.kida.spring.webmvc;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a page that goes on without the thread of its request do so when that thread is through with all filters, which may
 * still write to the response. For pages whose response blocks it matters the more: were the client found to be gone before
 * the thread is back, Tomcat would throw the request away, and neither the interceptors of Spring MVC nor those who listen to
 * the asynchronous request would ever hear of its end. Other pages wait until the container says that it has the thread.
 * Events that fail on that thread end their request here, with virtual threads too.
 */
public final class PageHandBackFilter extends OncePerRequestFilter implements Ordered {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HandBack handBack = HandBack.of(request);
        try {
            chain.doFilter(request, response);
        } finally {
            handBack.run();
        }
    }

    /** A handler that was asynchronous itself has its view rendered in the second dispatch. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** Around all others. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
