package dev.kida.spring.webflux;

import dev.kida.error.TemplateException;
import dev.kida.render.RenderOptions;
import dev.kida.spring.development.DevelopmentErrors;
import dev.kida.spring.development.ModelOutline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Shows failures of templates in the browser, in place of the application's error page. */
public final class ReactiveDevelopment implements ReactiveRenderCustomizer, WebExceptionHandler, Ordered {

    private static final Log logger = LogFactory.getLog(ReactiveDevelopment.class);

    @Override
    public Mono<RenderOptions> customize(
            RenderOptions options, Map<String, @Nullable Object> model, ServerWebExchange exchange) {
        exchange.getAttributes().put(ModelOutline.ATTRIBUTE, ModelOutline.of(model));
        return Mono.just(options);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable ex) {
        TemplateException failure = DevelopmentErrors.templateFailure(ex);
        ServerHttpResponse response = exchange.getResponse();
        if (failure == null || response.isCommitted() || !wantsHtml(exchange)) {
            return Mono.error(ex);
        }
        logger.error("Template failed for " + exchange.getRequest().getPath(), ex);
        response.setStatusCode(HttpStatus.INTERNAL_SERVER_ERROR);
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        response.getHeaders().remove("Content-Length");
        ModelOutline model = exchange.getAttribute(ModelOutline.ATTRIBUTE);
        byte[] page = DevelopmentErrors.page(failure, model).getBytes(StandardCharsets.UTF_8);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(page)));
    }

    /** Not a program that takes anything. */
    private static boolean wantsHtml(ServerWebExchange exchange) {
        List<MediaType> accept = exchange.getRequest().getHeaders().getAccept();
        return accept.stream().anyMatch(type -> !type.isWildcardType() && type.isCompatibleWith(MediaType.TEXT_HTML));
    }

    /** Before Boot's handler. */
    @Override
    public int getOrder() {
        return -2;
    }
}
