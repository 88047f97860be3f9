package dev.kida.spring.webmvc;

import dev.kida.spring.PageTemplate;
import dev.kida.spring.TemplateLookup;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Resolves view names to Kida templates. Null for every other name, {@code redirect:} and {@code forward:} among them, so
 * that other resolvers get their turn.
 */
public final class KidaViewResolver implements ViewResolver, Ordered {

    private final TemplateLookup templates;
    private final PageRendering rendering;
    private final int order;
    private final UnknownViews unknown = new UnknownViews();

    /**
     * @param templates finds the templates
     * @param rendering how pages are written
     * @param order the place among the other resolvers
     */
    public KidaViewResolver(TemplateLookup templates, PageRendering rendering, int order) {
        this.templates = templates;
        this.rendering = rendering;
        this.order = order;
    }

    @Override
    public @Nullable View resolveViewName(String viewName, Locale locale) {
        if (!templates.accepts(viewName)) {
            return null;
        }
        PageTemplate page = templates.find(viewName, locale);
        if (page == null) {
            unknown.add(viewName);
            return null;
        }
        return new KidaView(page, rendering);
    }

    @Override
    public int getOrder() {
        return order;
    }
}
