package dev.kida.spring.stack;

import dev.kida.render.OutOfOrder;
import dev.kida.spring.webmvc.ServletRenderCustomizer;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** What the application under test has besides its controller, on Spring MVC. */
@Configuration(proxyBeanMethods = false)
class MvcConfiguration implements WebMvcConfigurer {

    private final Completions completions;

    MvcConfiguration(Completions completions) {
        this.completions = completions;
    }

    @Bean
    RouterFunction<ServerResponse> function(Scenes scenes) {
        return RouterFunctions.route()
                .GET("/function/{id}", request -> {
                    Scenes.Scene scene = scenes.get(request.pathVariable("id"));
                    return ServerResponse.ok().render(scene.view(), scene.model());
                })
                .build();
    }

    @Bean
    ServletRenderCustomizer inPlace() {
        return (options, model, request, response) ->
                request.getHeader("X-In-Place") == null ? options : options.withOutOfOrder(OutOfOrder.NEVER);
    }

    /** As Spring Security's: to ask for the token starts a session. */
    @Bean
    Filter csrf() {
        return (request, response, chain) -> {
            if (request instanceof HttpServletRequest http && http.getHeader("X-Csrf") != null) {
                request.setAttribute(CsrfToken.class.getName(), new SessionToken(http));
            }
            chain.doFilter(request, response);
        };
    }

    /** Puts a stream of its own around that of the response. */
    @Bean
    Filter ownStream() {
        return (request, response, chain) -> {
            String how = ((HttpServletRequest) request).getHeader("X-Stream");
            chain.doFilter(
                    request,
                    how == null ? response : new OwnStream((HttpServletResponse) response, how.equals("throws")));
        };
    }

    @Bean
    ViewResolver otherViewResolver() {
        return new OtherViewResolver();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(completions);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/no-handler").setViewName("no-handler");
    }

    /** Comes before the resolver of JSPs, which takes every name. */
    private static final class OtherViewResolver implements ViewResolver, Ordered {

        @Override
        public View resolveViewName(String name, Locale locale) {
            // The resolver of JSPs would forward to it, and the handler of all such paths would name it again.
            boolean unknown = name.startsWith("named/");
            return unknown || name.startsWith("other/") ? new OtherView(unknown) : null;
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE - 1;
        }
    }

    private record OtherView(boolean unknown) implements View {

        @Override
        public String getContentType() {
            return "text/html";
        }

        @Override
        public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            if (unknown) {
                throw new IllegalStateException("Nobody has this view");
            }
            response.setContentType(getContentType());
            response.getWriter().write("from another resolver");
        }
    }

    private record SessionToken(HttpServletRequest request) implements CsrfToken {

        @Override
        public String getHeaderName() {
            return "X-T";
        }

        @Override
        public String getParameterName() {
            return "_t";
        }

        @Override
        public String getToken() {
            request.getSession(true);
            return "secret&";
        }
    }

    /** Sees how often each request is completed. */
    static final class Completions implements HandlerInterceptor {

        private final BlockingQueue<String> paths = new LinkedBlockingQueue<>();

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, Exception ex) {
            paths.add(request.getRequestURI());
        }

        BlockingQueue<String> paths() {
            return paths;
        }
    }
}
