package dev.kida.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A template in the documentation, with what belongs to it: the {@code json} block above it is its model, the
 * {@code html} block below it is what it must render, a {@code text} block below it is what its error must say, a
 * {@code findings} block below it is what the checker must say. Both the model and the other templates are those of the
 * same section of the page.
 *
 * @param templates the templates with a name that may be included or extended
 */
record Example(
        Page page,
        Page.Fence template,
        Map<String, String> templates,
        Map<String, @Nullable Object> model,
        @Nullable String html,
        @Nullable String error,
        @Nullable String findings) {

    static List<Example> of(Page page) {
        List<Example> examples = new ArrayList<>();
        List<Page.Fence> fences = page.fences();
        Map<String, String> templates = new LinkedHashMap<>();
        Map<String, @Nullable Object> model = Map.of();
        String section = "";
        for (int i = 0; i < fences.size(); i++) {
            Page.Fence fence = fences.get(i);
            if (!fence.section().equals(section)) {
                section = fence.section();
                templates = new LinkedHashMap<>();
                model = Map.of();
            }
            switch (fence.language()) {
                case "json" -> model = model(fence);
                case "kida" -> {
                    templates.put(fence.attributes().getOrDefault("name", "snippet-" + fence.line()), fence.text());
                    String html = textOf(fences, i + 1, section, "html");
                    String error = textOf(fences, i + 1, section, "text");
                    String findings = textOf(fences, i + 1, section, "findings");
                    examples.add(new Example(page, fence, templates, model, html, error, findings));
                }
                default -> {}
            }
        }
        return examples;
    }

    String name() {
        return template.attributes().getOrDefault("name", "snippet-" + template.line());
    }

    /**
     * JSON; a name listed under {@code mono=} or {@code flux=} is given to the template as one, a name listed under
     * {@code failing=} as a sequence that fails.
     */
    private static Map<String, @Nullable Object> model(Page.Fence fence) {
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        model.putAll(JsonMapper.shared().readValue(fence.text(), new TypeReference<Map<String, Object>>() {}));
        for (String name : names(fence, "mono")) {
            model.computeIfPresent(name, (n, value) -> Mono.just(value).hide());
        }
        for (String name : names(fence, "flux")) {
            model.computeIfPresent(
                    name, (n, value) -> Flux.fromIterable((List<?>) value).hide());
        }
        for (String name : names(fence, "failing")) {
            model.put(name, Flux.error(new IllegalStateException("out of order")));
        }
        return model;
    }

    private static List<String> names(Page.Fence fence, String kind) {
        String names = fence.attributes().get(kind);
        return names == null ? List.of() : List.of(names.split(","));
    }

    /** The next block in that language, unless another example begins before it. */
    private static @Nullable String textOf(List<Page.Fence> fences, int start, String section, String language) {
        return fences.stream()
                .skip(start)
                .takeWhile(fence -> fence.section().equals(section))
                .takeWhile(fence ->
                        !fence.language().equals("kida") && !fence.language().equals("json"))
                .filter(fence -> fence.language().equals(language))
                .map(Page.Fence::text)
                .findFirst()
                .orElse(null);
    }
}
