package dev.kida.spring;

import dev.kida.KidaEngineBuilder;
import dev.kida.render.RenderOptions;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** What HTMX says with its request headers, for templates and for views. */
public final class Htmx {

    /** What a response depends on when a handler has {@link HtmxBlock}. */
    private static final List<String> VARY = List.of("HX-Request", "HX-Boosted", "HX-History-Restore-Request");

    /** Header by metadata key; the first four keys are those of functions that the engine itself has. */
    private static final Map<String, String> TEXTS = Map.of(
            "hx_target", "HX-Target",
            "hx_trigger", "HX-Trigger",
            "hx_trigger_name", "HX-Trigger-Name",
            "hx_current_url", "HX-Current-URL",
            "hx_prompt", "HX-Prompt");

    private Htmx() {}

    /** Adds the functions that the engine does not have: {@code hx_trigger_name()} and so on. */
    public static void addTo(KidaEngineBuilder engine) {
        for (String name : Set.of("hx_trigger_name", "hx_current_url", "hx_prompt")) {
            engine.global(
                    name, TemplateFunction.of(name, Signature.parse(""), (arguments, context) -> context.meta(name)));
        }
        engine.global(
                "hx_history_restore",
                TemplateFunction.of(
                        "hx_history_restore",
                        Signature.parse(""),
                        (arguments, context) -> Boolean.TRUE.equals(context.meta("hx_history_restore"))));
    }

    static RenderOptions addTo(RenderOptions options, RequestFacts.Headers headers) {
        if (headers.get("HX-Request") == null) {
            return options;
        }
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        TEXTS.forEach((key, header) -> metadata.put(key, headers.get(header)));
        metadata.put("hx_request", isTrue(headers, "HX-Request"));
        metadata.put("hx_boosted", isTrue(headers, "HX-Boosted"));
        metadata.put("hx_history_restore", isTrue(headers, "HX-History-Restore-Request"));
        return options.withMetadata(metadata);
    }

    /**
     * The page to render for a handler: the one it named, or blocks of it where {@link HtmxBlock} says so and HTMX asks for a
     * part. A boosted link and a history that is restored want the page, and a failed handler's page about it need not have
     * the blocks of the handler's own.
     *
     * @param handler the method that handles the request, null when it is no method
     * @param failed whether the answer is about an error, and so perhaps not the page that the handler named
     * @param vary is told the headers that the response depends on
     */
    public static PageTemplate select(
            PageTemplate page,
            @Nullable Method handler,
            RequestFacts.Headers headers,
            boolean failed,
            Consumer<List<String>> vary) {
        if (handler == null || !page.blocks().isEmpty()) {
            return page;
        }
        Set<HtmxBlock> choices = AnnotatedElementUtils.findMergedRepeatableAnnotations(
                handler, HtmxBlock.class, HtmxBlock.Choices.class);
        if (choices.isEmpty()) {
            return page;
        }
        vary.accept(VARY);
        if (choices.stream().anyMatch(choice -> !choice.target().isEmpty())) {
            vary.accept(List.of("HX-Target"));
        }
        if (!wantsPart(headers)) {
            return page;
        }
        PageTemplate part = choose(page, choices, headers.get("HX-Target"));
        return failed && !part.blocks().stream().allMatch(page.template()::hasBlock) ? page : part;
    }

    private static PageTemplate choose(PageTemplate page, Set<HtmxBlock> choices, @Nullable String target) {
        HtmxBlock usual = null;
        for (HtmxBlock choice : choices) {
            if (choice.target().isEmpty()) {
                usual = usual == null ? choice : usual;
            } else if (choice.target().equals(target)) {
                return page.withBlocks(List.of(choice.value()));
            }
        }
        return usual == null ? page : page.withBlocks(List.of(usual.value()));
    }

    private static boolean wantsPart(RequestFacts.Headers headers) {
        return isTrue(headers, "HX-Request")
                && !isTrue(headers, "HX-Boosted")
                && !isTrue(headers, "HX-History-Restore-Request");
    }

    private static boolean isTrue(RequestFacts.Headers headers, String name) {
        return "true".equalsIgnoreCase(headers.get(name));
    }
}
