package dev.kida.spring;

import dev.kida.KidaEngineBuilder;
import dev.kida.builtin.Builtins;
import dev.kida.render.RenderState;
import dev.kida.value.CallContext;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions of pages: {@code url()}, {@code asset()}, {@code csrf_field()}, and what HTMX says. */
public final class WebGlobals {

    /** The render attribute with the URLs of static resources by their path. */
    public static final Object ASSETS = Key.ASSETS;

    private WebGlobals() {}

    /** Adds the functions. */
    public static void addTo(KidaEngineBuilder engine) {
        Htmx.addTo(engine);
        engine.global("url", TemplateFunction.of("url", Signature.parse("to, *values, **query"), WebGlobals::url));
        engine.global("asset", TemplateFunction.of("asset", Signature.parse("path"), WebGlobals::asset));
        engine.global("csrf_field", Builtins.globals().get("csrf_token"));
    }

    private static Object url(@Nullable Object[] arguments, CallContext context) {
        RequestFacts facts = facts(context);
        String url = UrlBuilder.build(
                Text.of(arguments[0]),
                (List<?>) Objects.requireNonNull(arguments[1]),
                (Map<?, ?>) Objects.requireNonNull(arguments[2]),
                facts == null ? "" : facts.contextPath());
        return facts == null ? url : encoded(url, facts, context);
    }

    /** A URL with a session id in it is for one visitor only. */
    private static String encoded(String url, RequestFacts facts, CallContext context) {
        String encoded = facts.urls().apply(url);
        if (!encoded.equals(url) && context instanceof RenderState state) {
            state.doNotCache();
        }
        return encoded;
    }

    @SuppressWarnings("unchecked")
    private static Object asset(@Nullable Object[] arguments, CallContext context) {
        String path = Text.of(arguments[0]);
        String rooted = path.startsWith("/") || path.contains("://") ? path : "/" + path;
        RequestFacts facts = facts(context);
        Object assets = context instanceof RenderState state ? state.attribute(ASSETS) : null;
        String found = assets instanceof UnaryOperator<?> ? ((UnaryOperator<String>) assets).apply(rooted) : rooted;
        return UrlBuilder.build(found, List.of(), Map.of(), facts == null ? "" : facts.contextPath());
    }

    private static @Nullable RequestFacts facts(CallContext context) {
        return context instanceof RenderState state && state.attribute(RequestFacts.KEY) instanceof RequestFacts facts
                ? facts
                : null;
    }

    private enum Key {
        ASSETS
    }
}
