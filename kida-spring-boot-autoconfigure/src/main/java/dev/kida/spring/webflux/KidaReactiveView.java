package dev.kida.spring.webflux;

import dev.kida.Template;
import dev.kida.render.Chunk;
import dev.kida.render.RenderOptions;
import dev.kida.spring.PageContentType;
import dev.kida.spring.PageModel;
import dev.kida.spring.ReactiveTypes;
import dev.kida.spring.ReactiveTypesAdapter;
import dev.kida.spring.RequestFacts;
import dev.kida.spring.WebStack;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.http.MediaType;
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

    private final String name;
    private final Template template;
    private final ReactiveTypes types;
    private final List<MediaType> mediaTypes;
    private final List<ReactiveRenderCustomizer> customizers;

    KidaReactiveView(
            String name,
            Template template,
            ReactiveTypes types,
            List<MediaType> mediaTypes,
            List<ReactiveRenderCustomizer> customizers) {
        this.name = name;
        this.template = template;
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
        return Mono.deferContextual(context -> write(PageModel.of(model, types), exchange, context));
    }

    private Mono<Void> write(PageModel model, ServerWebExchange exchange, ContextView context) {
        RenderOptions options = facts(exchange)
                .addTo(WebStack.WEBFLUX.addTo(RenderOptions.defaults()))
                .withAttribute(ReactiveTypesAdapter.CONTEXT, context);
        if (customizers.isEmpty()) {
            return write(model, exchange, options);
        }
        Mono<RenderOptions> customized = Mono.just(options);
        for (ReactiveRenderCustomizer customizer : customizers) {
            customized = customized.flatMap(known ->
                    customizer.customize(known, model.attributes(), exchange).defaultIfEmpty(known));
        }
        return customized.flatMap(known -> write(model, exchange, known));
    }

    private Mono<Void> write(PageModel model, ServerWebExchange exchange, RenderOptions options) {
        Publisher<Chunk> chunks = template.renderChunks(model.attributes(), options);
        PageBody body = new PageBody(name, chunks, exchange);
        return exchange.getResponse()
                .writeAndFlushWith(body.buffers())
                .doOnError(ex -> body.cancel())
                .doOnCancel(body::cancel);
    }

    private static RequestFacts facts(ServerWebExchange exchange) {
        LocaleContext locale = exchange.getLocaleContext();
        TimeZone zone = locale instanceof TimeZoneAwareLocaleContext aware ? aware.getTimeZone() : null;
        return new RequestFacts(locale.getLocale(), zone, exchange.getRequest().getHeaders()::getFirst);
    }

    @Override
    public String toString() {
        return "KidaReactiveView[" + name + "]";
    }
}
