package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.UndefinedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a template can be rendered with besides a map, and when. */
class TemplateModelTest {

    public record Page(String title, @Nullable String note, List<Integer> numbers) {}

    private final KidaEngine engine = KidaEngine.builder().build();

    @Test
    void thePropertiesOfAnObjectAreNames() {
        Template template = engine.fromString("{{ title }}:{{ note ?? 'none' }}:{{ numbers | sum }}");

        assertThat(template.render(new Page("<a>", null, List.of(1, 2)))).isEqualTo("&lt;a&gt;:none:3");
    }

    @Test
    void methodsOfAnObjectAreNotNames() {
        assertThatThrownBy(() -> engine.fromString("{{ hashCode }}").render(new Page("a", null, List.of())))
                .isInstanceOf(UndefinedException.class);
        assertThatThrownBy(() -> engine.fromString("{{ titel }}").render(new Page("a", null, List.of())))
                .hasMessageContaining("Did you mean 'title'?");
    }

    public static final class Fragile {

        public String getTitle() {
            return "T";
        }

        public String getSubtitle() {
            throw new UnsupportedOperationException("not here");
        }

        public Mono<String> getNote() {
            return Mono.just("N");
        }
    }

    @Test
    void aPropertyThatFailsConcernsWhoUsesIt() {
        KidaEngine waiting = KidaEngine.builder().autoAwait(true).build();

        assertThat(waiting.fromString("{{ title }}").render(new Fragile())).isEqualTo("T");
        assertThat(waiting.fromString("{{ title }}{{ note }}").render(new Fragile()))
                .isEqualTo("TN");
        assertThatThrownBy(
                        () -> waiting.fromString("{{ note }}\n{{ subtitle }}").render(new Fragile()))
                .hasMessageContaining("'subtitle' failed: UnsupportedOperationException: not here")
                .hasMessageContaining(":2");
        assertThatThrownBy(() -> engine.fromString("{{ titel }}").render(new Fragile()))
                .hasMessageContaining("Did you mean 'title'?");
    }

    @Test
    void namesAndValuesMayFollowEachOther() {
        assertThat(engine.fromString("{{ a }}{{ b is none }}").render("a", 1, "b", null))
                .isEqualTo("1true");
    }

    @Test
    void whatHasNoNamesIsRefused() {
        Template template = engine.fromString("x");

        assertThatIllegalArgumentException().isThrownBy(() -> template.render((Object) 5));
        assertThatIllegalArgumentException().isThrownBy(() -> template.render(List.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> template.render("a", 1, "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> template.render("a", 1, 2, 3));
    }

    @Test
    void aPreparedTemplateIsRenderedAnewWheneverItIsAskedFor() {
        AtomicInteger reads = new AtomicInteger();
        TemplateModelTest.Counter counter = reads::incrementAndGet;
        Rendered page = engine.fromString("<b>{{ counter.next() }}</b>").prepare(Map.of("counter", counter));

        assertThat(reads).hasValue(0);
        assertThat(page).hasToString("<b>1</b>");
        assertThat(String.join("", page)).isEqualTo("<b>2</b>");
        assertThat(Flux.from((Publisher<String>) page.publisher()).collectList().block())
                .containsExactly("<b>3</b>");
        assertThat(engine.fromString("{{ page }}").render(Map.of("page", page))).isEqualTo("<b>4</b>");
    }

    /** Counts how often it is asked. */
    public interface Counter {
        int next();
    }
}
