package dev.kida.spring;

import dev.kida.render.RenderOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every page of either stack begins with. */
public final class PageSetup {

    private static final String REQUEST = "request";

    private PageSetup() {}

    /**
     * The options of a render, before customizers add to them.
     *
     * @param model the attributes of the page; the view of the request is added when the page may read it
     */
    public static RenderOptions options(PageTemplate page, Map<String, @Nullable Object> model, RequestFacts facts) {
        if (page.reads().mayRead(REQUEST) && !model.containsKey(REQUEST)) {
            model.put(REQUEST, RequestView.of(facts));
        }
        return facts.addTo(page.options());
    }
}
