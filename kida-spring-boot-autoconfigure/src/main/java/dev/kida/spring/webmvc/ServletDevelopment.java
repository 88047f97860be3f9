package dev.kida.spring.webmvc;

import dev.kida.error.TemplateException;
import dev.kida.render.RenderOptions;
import dev.kida.spring.CspPolicy;
import dev.kida.spring.development.DevelopmentErrors;
import dev.kida.spring.development.ModelOutline;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Shows failures of templates in the browser, in place of the application's error page. */
public final class ServletDevelopment implements ServletRenderCustomizer, ErrorViewResolver, Ordered {

    @Override
    public RenderOptions customize(
            RenderOptions options,
            Map<String, @Nullable Object> model,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.setAttribute(ModelOutline.ATTRIBUTE, ModelOutline.of(model));
        return options;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        TemplateException failure = failure(request);
        if (failure == null) {
            return null;
        }
        Object outline = request.getAttribute(ModelOutline.ATTRIBUTE);
        String page = DevelopmentErrors.page(failure, outline instanceof ModelOutline known ? known : null, (String)
                request.getAttribute(CspPolicy.NONCE));
        View view = (ignored, to, response) -> {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        };
        return new ModelAndView(view);
    }

    /** What reached the container, or what Spring MVC made a status of: the status of the answer is set by now. */
    private static @Nullable TemplateException failure(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object error = thrown != null ? thrown : request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        return DevelopmentErrors.templateFailure(error instanceof Throwable known ? known : null);
    }

    /** Before the error pages of the application. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
