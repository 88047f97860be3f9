package dev.kida.spring.webflux;

import dev.kida.spring.PageTemplate;
import dev.kida.spring.ReactiveTypes;
import dev.kida.spring.TemplateLookup;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.result.view.RedirectView;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Resolves view names to Kida templates, and {@code redirect:} names to redirects. Empty for every other name, so that
 * other template engines get their turn.
 *
 * <p>A template that is not in memory yet is read and compiled on the bounded elastic scheduler, never on an event loop.
 */
public final class KidaReactiveViewResolver implements ViewResolver, Ordered, ApplicationContextAware {

    private static final String REDIRECT = "redirect:";

    private final TemplateLookup templates;
    private final ReactiveTypes types;
    private final List<MediaType> mediaTypes;
    private final int order;
    private final List<ReactiveRenderCustomizer> customizers;

    private @Nullable ApplicationContext applicationContext;

    /**
     * @param templates finds the templates
     * @param types tells which model attributes are asynchronous
     * @param mediaTypes what the pages may be sent as, the default first
     * @param order the place among the other resolvers
     * @param customizers add to what a render knows of its exchange
     */
    public KidaReactiveViewResolver(
            TemplateLookup templates,
            ReactiveTypes types,
            List<MediaType> mediaTypes,
            int order,
            List<ReactiveRenderCustomizer> customizers) {
        this.templates = templates.forStreams();
        this.types = types;
        this.mediaTypes = List.copyOf(mediaTypes);
        this.order = order;
        this.customizers = List.copyOf(customizers);
    }

    @Override
    public Mono<View> resolveViewName(String viewName, Locale locale) {
        if (viewName.startsWith(REDIRECT)) {
            return Mono.just(redirect(viewName.substring(REDIRECT.length())));
        }
        if (!templates.accepts(viewName)) {
            return Mono.empty();
        }
        Mono<View> view = Mono.fromCallable(() -> find(viewName, locale)).map(this::view);
        return templates.isReady(viewName, locale) ? view : view.subscribeOn(Schedulers.boundedElastic());
    }

    /** Reactor throws errors of the JVM at the thread that compiles, and the request would wait for ever. */
    private @Nullable PageTemplate find(String viewName, Locale locale) {
        try {
            return templates.find(viewName, locale);
        } catch (LinkageError | VirtualMachineError ex) {
            throw new IllegalStateException("View '" + viewName + "' cannot be compiled", ex);
        }
    }

    private View view(PageTemplate page) {
        return new KidaReactiveView(page, types, mediaTypes, customizers);
    }

    private View redirect(String url) {
        RedirectView view = new RedirectView(url);
        view.setApplicationContext(applicationContext);
        return view;
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public void setApplicationContext(ApplicationContext applicationContext) {
        this.applicationContext = applicationContext;
    }
}
