package dev.kida.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.TemplateNotFoundException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LoadersTest {

    private final Map<String, String> pages = new TreeMap<>(Map.of("home.html", "home", "about.html", "about"));
    private final TemplateLoader loader = new MapLoader(pages);

    @Test
    void mapLoaderServesAndLists() {
        assertThat(loader.load("home.html").text()).isEqualTo("home");
        assertThat(loader.list()).containsExactly("about.html", "home.html");
    }

    @Test
    void mapLoaderProposesSimilarNamesOrListsSome() {
        assertThatThrownBy(() -> loader.load("hone.html"))
                .isInstanceOf(TemplateNotFoundException.class)
                .extracting(e -> ((TemplateNotFoundException) e).getSuggestion())
                .isEqualTo("Did you mean 'home.html'?");
        assertThatThrownBy(() -> loader.load("q")).hasMessageContaining("about.html, home.html");
        for (int i = 0; i < 20; i++) {
            pages.put("x" + i, "");
        }
        assertThatThrownBy(() -> loader.load("QQQQ")).hasMessageContaining("22 in total");
    }

    @Test
    void mapLoaderNoticesChanges() {
        TemplateSource loaded = loader.load("home.html");
        assertThat(loader.isCurrent(loaded)).isTrue();

        pages.put("home.html", "HOME");
        assertThat(loader.isCurrent(loaded)).isFalse();
    }

    @Test
    void choiceLoaderTakesTheFirstThatHasIt() {
        Map<String, String> theme = new HashMap<>();
        ChoiceLoader choice = new ChoiceLoader(new MapLoader(theme), loader);
        TemplateSource loaded = choice.load("home.html");
        assertThat(loaded.text()).isEqualTo("home");
        assertThat(choice.isCurrent(loaded)).isTrue();

        theme.put("home.html", "theme");
        assertThat(choice.isCurrent(loaded)).isFalse();
        assertThat(choice.load("home.html").text()).isEqualTo("theme");
        assertThat(choice.exists("nope")).isFalse();
        assertThatThrownBy(() -> choice.load("nope")).hasMessageContaining("2 loaders");
    }

    @Test
    void choiceLoaderPassesOtherErrorsOn() {
        TemplateLoader broken = name -> {
            throw new IllegalStateException("database down");
        };

        assertThatThrownBy(() -> new ChoiceLoader(broken, loader).load("home.html"))
                .hasMessage("database down");
    }

    @Test
    void prefixLoaderChoosesByTheFirstPart() {
        PrefixLoader prefixed = new PrefixLoader(Map.of("site", loader));

        assertThat(prefixed.load("site/home.html").text()).isEqualTo("home");
        assertThat(prefixed.load("site/home.html").name()).isEqualTo("site/home.html");
        assertThat(prefixed.isCurrent(prefixed.load("site/home.html"))).isTrue();
        assertThat(prefixed.list()).containsExactly("site/about.html", "site/home.html");
        assertThat(prefixed.exists("site")).isFalse();
        assertThatThrownBy(() -> prefixed.load("sites/home.html"))
                .hasMessageContaining("unknown prefix 'sites'")
                .hasMessageContaining("site");
        assertThatThrownBy(() -> prefixed.load("site/nope.html")).hasMessageContaining("site/nope.html");
    }

    @Test
    void functionLoaderServesWhatTheFunctionReturns() {
        FunctionLoader function = FunctionLoader.ofText(name -> name.startsWith("x") ? "" : null);

        assertThat(function.load("x.html").text()).isEmpty();
        assertThat(function.load("x.html").location()).isEqualTo("<function>");
        assertThat(function.list()).isEmpty();
        assertThatThrownBy(() -> function.load("y.html")).isInstanceOf(TemplateNotFoundException.class);
    }
}
