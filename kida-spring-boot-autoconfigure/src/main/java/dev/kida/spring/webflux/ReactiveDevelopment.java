package dev.kida.spring.webflux;

import dev.kida.error.TemplateException;
import dev.kida.render.RenderOptions;
import dev.kida.spring.CspPolicy;
import dev.kida.spring.development.DevelopmentErrors;
import dev.kida.spring.development.ModelOutline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
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
        response.setStatusCode(status(ex));
        response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        response.getHeaders().remove("Content-Length");
        ModelOutline model = exchange.getAttribute(ModelOutline.ATTRIBUTE);
        String nonce = exchange.getAttribute(CspPolicy.NONCE);
        byte[] page = DevelopmentErrors.page(failure, model, nonce).getBytes(StandardCharsets.UTF_8);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(page)));
    }

    /** The one that Boot would answer with. */
    private static HttpStatusCode status(Throwable ex) {
        if (ex instanceof ErrorResponse known) {
            return known.getStatusCode();
        }
        ResponseStatus declared = AnnotatedElementUtils.findMergedAnnotation(ex.getClass(), ResponseStatus.class);
        return declared == null ? HttpStatus.INTERNAL_SERVER_ERROR : declared.code();
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
