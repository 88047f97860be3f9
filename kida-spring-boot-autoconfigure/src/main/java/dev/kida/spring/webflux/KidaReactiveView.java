package dev.kida.spring.webflux;

import dev.kida.render.RenderOptions;
import dev.kida.spring.Htmx;
import dev.kida.spring.PageContentType;
import dev.kida.spring.PageModel;
import dev.kida.spring.PageSetup;
import dev.kida.spring.PageTemplate;
import dev.kida.spring.ReactiveTypes;
import dev.kida.spring.ReactiveTypesAdapter;
import dev.kida.spring.RequestFacts;
import dev.kida.spring.WebStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Streams a template. Reactive model attributes reach the template as they are; the page is sent part by part, as far as it
 * is known, whenever the template has to wait for one of them.
 *
 * <p>Rendering starts when the response is written and goes on, without blocking, on the thread that delivers the awaited
 * value. It follows the demand of the connection. When the client goes away every source is cancelled. A failure before the
 * first part is sent is an error like any other; after that it cuts the transfer off and is logged.
 */
final class KidaReactiveView implements View {

    private final PageTemplate page;
    private final ReactiveTypes types;
    private final List<MediaType> mediaTypes;
    private final List<ReactiveRenderCustomizer> customizers;

    KidaReactiveView(
            PageTemplate page,
            ReactiveTypes types,
            List<MediaType> mediaTypes,
            List<ReactiveRenderCustomizer> customizers) {
        this.page = page;
        this.types = types;
        this.mediaTypes = mediaTypes;
        this.customizers = customizers;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return mediaTypes;
    }

    @Override
    public Mono<Void> render(
            @Nullable Map<String, ?> model, @Nullable MediaType contentType, ServerWebExchange exchange) {
        // A fragment that is not the first comes after the headers were sent.
        if (!exchange.getResponse().isCommitted()) {
            MediaType type = contentType != null ? contentType : mediaTypes.get(0);
            exchange.getResponse().getHeaders().setContentType(PageContentType.utf8(type));
        }
        // The context is taken here, at the root: a server that subscribes the body itself may bring an empty one.
        return Mono.deferContextual(context -> prepare(model, exchange, context));
    }

    /** Settles everything that may touch the head of the response, and then writes. */
    private Mono<Void> prepare(@Nullable Map<String, ?> given, ServerWebExchange exchange, ContextView context) {
        RequestFacts facts = ReactivePageFacts.of(exchange);
        PageTemplate selected = select(facts, exchange);
        Map<String, @Nullable Object> model = PageModel.of(given, types).attributes();
        RenderOptions options = WebStack.WEBFLUX
                .addTo(PageSetup.options(selected, model, facts))
                .withAttribute(ReactiveTypesAdapter.CONTEXT, context);
        if (customizers.isEmpty()) {
            return write(selected, model, exchange, options);
        }
        Mono<RenderOptions> customized = Mono.just(options);
        for (ReactiveRenderCustomizer customizer : customizers) {
            customized = customized.flatMap(
                    known -> customizer.customize(known, model, exchange).defaultIfEmpty(known));
        }
        return customized.flatMap(known -> write(selected, model, exchange, known));
    }

    /**
     * A view that is one fragment among others is what its name says; so is one that no handler method gave, such as the
     * error page of Boot.
     */
    private PageTemplate select(RequestFacts facts, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        Object handler = exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        boolean ofMethod = exchange.getAttribute(View.BINDING_CONTEXT_ATTRIBUTE) != null;
        return handler instanceof HandlerMethod method && ofMethod && !PageBody.isFragment(response)
                ? Htmx.select(
                        page,
                        method.getMethod(),
                        facts.headers(),
                        isFailed(response),
                        names -> addVary(response.getHeaders(), names))
                : page;
    }

    /** Nothing else tells the view of an exception handler from that of the handler that failed. */
    private static boolean isFailed(ServerHttpResponse response) {
        HttpStatusCode status = response.getStatusCode();
        return status != null && status.isError();
    }

    private static void addVary(HttpHeaders headers, List<String> names) {
        List<String> all = new ArrayList<>(headers.getVary());
        names.stream().filter(name -> !all.contains(name)).forEach(all::add);
        headers.setVary(all);
    }

    private Mono<Void> write(
            PageTemplate selected,
            Map<String, @Nullable Object> model,
            ServerWebExchange exchange,
            RenderOptions options) {
        PageBody body = new PageBody(selected.view(), selected.chunks(model, options), exchange);
        return exchange.getResponse()
                .writeAndFlushWith(body.buffers())
                .doOnError(ex -> body.cancel())
                .doOnCancel(body::cancel);
    }

    @Override
    public String toString() {
        return "KidaReactiveView[" + page.view() + "]";
    }
}
