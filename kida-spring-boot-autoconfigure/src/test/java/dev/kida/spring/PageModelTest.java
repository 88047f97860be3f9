package dev.kida.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import reactor.core.publisher.Flux;

class PageModelTest {

    private final ReactiveTypes types = new ReactiveTypes(ReactiveAdapterRegistry.getSharedInstance());

    @Test
    void keepsNullsAndReactiveValuesAsTheyAre() {
        Flux<String> rows = Flux.just("a");
        Map<String, Object> model = new HashMap<>();
        model.put("nothing", null);
        model.put("rows", rows);

        PageModel page = PageModel.of(model, types);

        assertThat(page.attributes()).containsEntry("nothing", null).containsEntry("rows", rows);
        assertThat(page.hasReactive()).isTrue();
    }

    /** Spring's registry is empty then, and a page with a stage has to wait all the same. */
    @Test
    void stagesAndPublishersAreReactiveWithoutReactor() {
        ReactiveTypes without = new ReactiveTypes(new ReactiveAdapterRegistry() {
            @Override
            public @Nullable ReactiveAdapter getAdapter(@Nullable Class<?> type, @Nullable Object source) {
                return null;
            }
        });
        Flow.Publisher<String> flow = subscriber -> {};

        for (Object value : List.of(new CompletableFuture<String>(), flow, Flux.empty())) {
            assertThat(PageModel.of(Map.of("v", value), without).hasReactive()).isTrue();
            assertThat(new ReactiveTypesAdapter(without).supports(value)).isFalse();
        }
        assertThat(without.isReactive("text")).isFalse();
    }

    @Test
    void dropsTheBindingResultOfAReactiveValueOnly() {
        BindingResult binding = new MapBindingResult(new HashMap<>(), "x");
        Map<String, Object> model = Map.of(
                "rows",
                Flux.empty(),
                BindingResult.MODEL_KEY_PREFIX + "rows",
                binding,
                "form",
                new Object(),
                BindingResult.MODEL_KEY_PREFIX + "form",
                binding);

        PageModel page = PageModel.of(model, types);

        assertThat(page.attributes()).containsOnlyKeys("rows", "form", BindingResult.MODEL_KEY_PREFIX + "form");
    }

    @Test
    void anAbsentModelIsEmpty() {
        assertThat(PageModel.of(null, types)).isEqualTo(new PageModel(Map.of(), false));
    }
}
