package dev.kida.spring.webflux;

import dev.kida.render.RenderOptions;
import dev.kida.spring.PageTemplate;
import dev.kida.spring.WebGlobals;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.resource.ResourceUrlProvider;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives pages the URLs under which static resources are served, with their version. WebFlux finds them asynchronously: what
 * the templates name by literals is awaited before the page begins. A path that is computed gets its version when it is known
 * at once, as it is from the second time on; otherwise the URL without a version, which is served as well.
 */
public final class ReactiveAssets implements ReactiveRenderCustomizer {

    private static final String FUNCTION = "asset";

    private final ResourceUrlProvider urls;

    /** Looks up with {@code urls}; a path that no resource handler knows stays as it is. */
    public ReactiveAssets(ResourceUrlProvider urls) {
        this.urls = urls;
    }

    @Override
    public Mono<RenderOptions> customize(
            RenderOptions options, Map<String, @Nullable Object> model, ServerWebExchange exchange) {
        PageTemplate page = PageTemplate.of(options);
        if (page == null || !page.reads().mayRead(FUNCTION)) {
            return Mono.just(options);
        }
        Map<String, String> known = new ConcurrentHashMap<>();
        UnaryOperator<String> lookup = path -> known.computeIfAbsent(path, other -> atOnce(other, exchange));
        return Flux.fromIterable(page.reads().literalsOf(FUNCTION))
                .map(path -> path.startsWith("/") ? path : "/" + path)
                .flatMap(path -> find(path, exchange).doOnNext(url -> known.put(path, url)))
                .then(Mono.fromSupplier(() -> options.withAttribute(WebGlobals.ASSETS, lookup)));
    }

    /** Within the application, as on the other stack: the provider of this one puts the context path in front. */
    private Mono<String> find(String path, ServerWebExchange exchange) {
        int context = exchange.getRequest().getPath().contextPath().value().length();
        return urls.getForUriString(path, exchange)
                .map(url -> url.substring(context))
                .onErrorResume(failure -> Mono.empty());
    }

    private String atOnce(String path, ServerWebExchange exchange) {
        AtomicReference<String> found = new AtomicReference<>(path);
        Disposable lookup = find(path, exchange).subscribe(found::set);
        lookup.dispose();
        return found.get();
    }
}
