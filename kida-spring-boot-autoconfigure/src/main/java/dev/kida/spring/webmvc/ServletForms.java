package dev.kida.spring.webmvc;

import dev.kida.render.RenderOptions;
import dev.kida.spring.form.FormBinder;
import dev.kida.spring.form.FormRequest;
import dev.kida.spring.form.FormSupport;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Lets the forms of a page find their model, and the {@link RequestDataValueProcessor} of the application. */
public final class ServletForms implements ServletRenderCustomizer {

    private final FormSupport support;
    private final Supplier<? extends @Nullable RequestDataValueProcessor> processor;

    /**
     * @param support what forms need of the application
     * @param processor gives what changes what forms send, null for none; asked when there is a form
     */
    public ServletForms(FormSupport support, Supplier<? extends @Nullable RequestDataValueProcessor> processor) {
        this.support = support;
        this.processor = processor;
    }

    @Override
    public RenderOptions customize(
            RenderOptions options,
            Map<String, @Nullable Object> model,
            HttpServletRequest request,
            HttpServletResponse response) {
        FormRequest forms = new Request(request, url(request), processor);
        return options.withAttribute(FormBinder.KEY, new FormBinder(model, support, forms));
    }

    /** As in Spring's form tag: what the client has asked for, even if another handler shows the page. */
    private static String url(HttpServletRequest request) {
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI); // on Jetty an error is no forward
        String uri = forwarded instanceof String original
                ? original
                : failed instanceof String asked ? asked : request.getRequestURI();
        String query = forwarded instanceof String
                ? (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING)
                : request.getQueryString();
        return query == null ? uri : uri + "?" + query;
    }

    private record Request(
            HttpServletRequest request,
            String currentUrl,
            Supplier<? extends @Nullable RequestDataValueProcessor> processors)
            implements FormRequest {

        @Override
        public String action(String action, String method) {
            RequestDataValueProcessor processor = processors.get();
            return processor == null ? action : orEmpty(processor.processAction(request, action, method));
        }

        @Override
        public String value(String name, String value, String type) {
            RequestDataValueProcessor processor = processors.get();
            return processor == null ? value : orEmpty(processor.processFormFieldValue(request, name, value, type));
        }

        @Override
        public Map<String, String> hiddenFields() {
            RequestDataValueProcessor processor = processors.get();
            Map<String, String> fields = processor == null ? null : processor.getExtraHiddenFields(request);
            return fields == null ? Map.of() : fields;
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
