package dev.kida.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
