package dev.kida.spring.webflux;

import dev.kida.render.Chunk;
import dev.kida.spring.CspPolicy;
import dev.kida.spring.FailedPages;
import dev.kida.spring.PageParts;
import dev.kida.spring.WebStack;
import dev.kida.spring.development.DevelopmentErrors;
import dev.kida.spring.development.ModelOutline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.reactive.result.view.ViewResolutionResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The parts of one page as data buffers, each in a publisher of its own and therefore flushed when it is written.
 *
 * <p>The inner publishers only wrap bytes that are there. Work that is done inside of them would lose the Reactor context on
 * Tomcat and could be reordered where Spring merges fragments. A buffer comes into being when it is asked for: whatever a
 * server has fetched ahead when the client goes away, there is none to release.
 *
 * <p>Servers commit the response when the first outer signal arrives: an error that comes first still becomes an error page,
 * and a page that is complete with its first part gets a {@code Content-Length}.
 */
final class PageBody {

    private static final String FRAGMENTS = ViewResolutionResultHandler.class.getName() + "$";

    private final String view;
    private final Publisher<Chunk> chunks;
    private final ServerWebExchange exchange;
    private final ServerHttpResponse response;

    private final PageParts parts = new PageParts();

    private volatile @Nullable Subscription render;
    private boolean started;
    private long sent;

    PageBody(String view, Publisher<Chunk> chunks, ServerWebExchange exchange) {
        this.view = view;
        this.chunks = chunks;
        this.exchange = exchange;
        this.response = exchange.getResponse();
    }

    Flux<Mono<DataBuffer>> buffers() {
        return Flux.from(chunks)
                .doOnSubscribe(subscription -> render = subscription)
                .<PageParts.Part>handle((chunk, sink) -> {
                    PageParts.Part part = parts.add(chunk);
                    if (part != null && (part.size() > 0 || part.whole())) {
                        sink.next(part);
                    }
                })
                .concatWith(Mono.fromSupplier(parts::rest))
                .map(this::buffer)
                .onErrorResume(ex -> started && isShownOver(), this::shownOver)
                .onErrorMap(ex -> started || response.isCommitted(), this::cutOff);
    }

    private boolean isShownOver() {
        return exchange.getAttribute(ModelOutline.ATTRIBUTE) != null
                && DevelopmentErrors.canShowOver(response.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
    }

    /** In development: what went wrong, on top of what has been sent; then the end. */
    private Flux<Mono<DataBuffer>> shownOver(Throwable failure) {
        ModelOutline model = exchange.getAttribute(ModelOutline.ATTRIBUTE);
        String nonce = exchange.getAttribute(CspPolicy.NONCE);
        byte[] overlay = DevelopmentErrors.overlay(failure, model, nonce).getBytes(StandardCharsets.UTF_8);
        Mono<DataBuffer> buffer =
                Mono.fromSupplier(() -> response.bufferFactory().wrap(overlay));
        return Flux.concat(Mono.just(buffer), Mono.error(failure));
    }

    /**
     * Ends the render if it has begun. Needed when the write fails: Spring asks for the first part before it writes, and
     * when the connection turns out to be closed by then, it does not cancel what it has subscribed to. Not to be called when
     * the write succeeds: a response that is only collected succeeds before its body is read.
     */
    void cancel() {
        Subscription subscription = render;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private Mono<DataBuffer> buffer(PageParts.Part part) {
        if (part.whole() && !isPart(response) && !response.isCommitted()) {
            response.beforeCommit(() -> Mono.fromRunnable(() -> tellLength(part.size())));
        }
        started = true;
        sent += part.size();
        return Mono.fromSupplier(() -> join(part));
    }

    /** After all other actions, whose last one decides which thread writes. */
    private void tellLength(int size) {
        if (!ConnectionThread.isLeft(response)) {
            response.getHeaders().setContentLength(size);
        }
    }

    private DataBuffer join(PageParts.Part part) {
        List<byte[]> pieces = part.pieces();
        if (pieces.size() == 1) {
            return response.bufferFactory().wrap(pieces.get(0));
        }
        byte[] all = allocate(part.size());
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return response.bufferFactory().wrap(all);
    }

    /** Reactor throws errors of the JVM at the thread that writes, and the connection would wait for ever. */
    private byte[] allocate(int size) {
        try {
            return new byte[size];
        } catch (OutOfMemoryError ex) {
            throw new IllegalStateException("View '" + view + "': no memory for a part of " + size + " bytes", ex);
        }
    }

    /** Whether a decorator collects or changes what is written: the length of a page says nothing about the response then. */
    static boolean isPart(ServerHttpResponse response) {
        return response instanceof ServerHttpResponseDecorator;
    }

    /** Whether Spring collects what is written as one fragment among others. */
    static boolean isFragment(ServerHttpResponse response) {
        return isPart(response) && response.getClass().getName().startsWith(FRAGMENTS);
    }

    private Throwable cutOff(Throwable failure) {
        String request =
                exchange.getRequest().getMethod() + " " + exchange.getRequest().getPath();
        PageCutOffException cutOff = new PageCutOffException(view);
        try {
            FailedPages.cutOff(new FailedPages.Begun(view, request, WebStack.WEBFLUX, sent), failure);
        } catch (Throwable unsaid) { // by a log without memory; the connection has to be closed nevertheless
            cutOff.initCause(unsaid);
        }
        return cutOff;
    }
}
