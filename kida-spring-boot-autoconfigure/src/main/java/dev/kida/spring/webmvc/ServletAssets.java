package dev.kida.spring.webmvc;

import dev.kida.render.RenderOptions;
import dev.kida.spring.PageTemplate;
import dev.kida.spring.WebGlobals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Gives pages the URLs under which static resources are served, with their version. */
public final class ServletAssets implements ServletRenderCustomizer {

    private final UnaryOperator<String> lookup;

    /** Looks up with {@code urls}; a path that no resource handler knows stays as it is. */
    public ServletAssets(ResourceUrlProvider urls) {
        this.lookup = path -> {
            String found = urls.getForLookupPath(path);
            return found == null ? path : found;
        };
    }

    @Override
    public RenderOptions customize(
            RenderOptions options,
            Map<String, @Nullable Object> model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return PageTemplate.mayRead(options, "asset") ? options.withAttribute(WebGlobals.ASSETS, lookup) : options;
    }
}
