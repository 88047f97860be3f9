package dev.kida.spring.webflux;

import dev.kida.render.RenderOptions;
import dev.kida.spring.form.FormBinder;
import dev.kida.spring.form.FormRequest;
import dev.kida.spring.form.FormSupport;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.validation.BindingResult;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.view.RequestDataValueProcessor;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets the forms of a page find their model, and the {@link RequestDataValueProcessor} of the application. */
public final class ReactiveForms implements ReactiveRenderCustomizer {

    private final FormSupport support;
    private final Supplier<? extends @Nullable RequestDataValueProcessor> processor;

    /**
     * @param support what forms need of the application
     * @param processor gives what changes what forms send, null for none; asked when there is a form
     */
    public ReactiveForms(FormSupport support, Supplier<? extends @Nullable RequestDataValueProcessor> processor) {
        this.support = support;
        this.processor = processor;
    }

    @Override
    public Mono<RenderOptions> customize(
            RenderOptions options, Map<String, @Nullable Object> model, ServerWebExchange exchange) {
        // Taken now: Spring removes it as soon as the view has begun to write.
        BindingContext binding = exchange.getAttribute(View.BINDING_CONTEXT_ATTRIBUTE);
        FormRequest request = new Request(exchange, binding, processor);
        return Mono.just(options.withAttribute(FormBinder.KEY, new FormBinder(model, support, request)));
    }

    private record Request(
            ServerWebExchange exchange,
            @Nullable BindingContext binding,
            Supplier<? extends @Nullable RequestDataValueProcessor> processors)
            implements FormRequest {

        /** With the binder of the handler, so that its formatters and editors apply to late attributes, too. */
        @Override
        public @Nullable BindingResult bindingResult(String name, Object target) {
            return binding == null
                    ? null
                    : binding.createDataBinder(exchange, target, name).getBindingResult();
        }

        @Override
        public String action(String action, String method) {
            RequestDataValueProcessor processor = processors.get();
            return processor == null ? action : orEmpty(processor.processAction(exchange, action, method));
        }

        @Override
        public String value(String name, String value, String type) {
            RequestDataValueProcessor processor = processors.get();
            return processor == null ? value : orEmpty(processor.processFormFieldValue(exchange, name, value, type));
        }

        @Override
        public Map<String, String> hiddenFields() {
            RequestDataValueProcessor processor = processors.get();
            Map<String, String> fields = processor == null ? null : processor.getExtraHiddenFields(exchange);
            return fields == null ? Map.of() : fields;
        }

        @Override
        public String currentUrl() {
            ServerHttpRequest request = exchange.getRequest();
            String query = request.getURI().getRawQuery();
            String path = request.getPath().value();
            return query == null ? path : path + "?" + query;
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
