package dev.kida.spring.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.KidaEngineBuilder;
import dev.kida.error.TemplateException;
import dev.kida.render.RenderOptions;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.context.support.StaticMessageSource;

class MessagesTest {

    private final StaticMessageSource messages = new StaticMessageSource();
    private final KidaEngine engine;

    MessagesTest() {
        messages.addMessage("greeting", Locale.GERMAN, "Hallo {0}, es ist {1}");
        messages.addMessage("greeting", Locale.ENGLISH, "Hello {0}, it is {1}");
        messages.addMessage("sly", Locale.GERMAN, "'{{' 7 * 7 '}}'<b>{0}");
        messages.addMessage("Cart", Locale.GERMAN, "Warenkorb");
        messages.addMessage("one page", Locale.GERMAN, "eine Seite");
        messages.addMessage("%(count)s pages", Locale.GERMAN, "%(count)s Seiten");
        Locale polish = Locale.forLanguageTag("pl");
        messages.addMessage("%(count)s pages[one]", polish, "strona");
        messages.addMessage("%(count)s pages[few]", polish, "%(count)s strony");
        messages.addMessage("%(count)s pages[many]", polish, "%(count)s stron");
        KidaEngineBuilder builder = KidaEngine.builder();
        MessageGlobals.addTo(builder, messages);
        this.engine = builder.build();
    }

    @Test
    void messagesAreInTheLanguageOfThePage() {
        String template = "{{ message('greeting', name, 'spät') }}";

        assertThat(render(template, Locale.GERMAN)).isEqualTo("Hallo &lt;Ada&gt;, es ist spät");
        assertThat(render(template, Locale.ENGLISH)).isEqualTo("Hello &lt;Ada&gt;, it is spät");
    }

    @Test
    void aMessageIsTextAndNeverATemplate() {
        assertThat(render("{{ message('sly', '<i>') }}", Locale.GERMAN)).isEqualTo("{{ 7 * 7 }}&lt;b&gt;&lt;i&gt;");
    }

    @Test
    void anUnknownMessageIsAnErrorUnlessThereIsADefault() {
        assertThat(render("{{ message('nope', default='so <what>') }}", Locale.GERMAN))
                .isEqualTo("so &lt;what&gt;");
        assertThatThrownBy(() -> render("{{ message('nope') }}", Locale.GERMAN))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("nope");
    }

    /** As with {@code spring.messages.use-code-as-default-message}. */
    @Test
    void aCodeIsNoMessageWhereThereIsSomethingBetter() {
        messages.setUseCodeAsDefaultMessage(true);

        assertThat(render("{{ message('nope') }} {{ message('nope', default='so') }}", Locale.GERMAN))
                .isEqualTo("nope so");
        assertThat(render("{{ _n('a page', 'pages', 2) }} {{ _('Other') }}", Locale.GERMAN))
                .isEqualTo("pages Other");
    }

    @Test
    void whatResolvesItselfIsResolved() {
        Map<String, Object> model = Map.of("error", new DefaultMessageSourceResolvable(new String[] {"x", "Cart"}));

        assertThat(engine.fromString("{{ message(error) }}")
                        .render(model, RenderOptions.defaults().withLocale(Locale.GERMAN)))
                .isEqualTo("Warenkorb");
    }

    @Test
    void textsInTemplatesAreCodes() {
        assertThat(render("{{ _('Cart') }} {{ _('Other') }} {% trans %}Cart{% end %}", Locale.GERMAN))
                .isEqualTo("Warenkorb Other Warenkorb");
        String plural = "{% trans count=n %}one page{% plural %}{{ count }} pages{% end %}";
        assertThat(render(plural.replace("=n", "=1"), Locale.GERMAN)).isEqualTo("eine Seite");
        assertThat(render(plural.replace("=n", "=4"), Locale.GERMAN)).isEqualTo("4 Seiten");
        assertThat(render(plural.replace("=n", "=22"), Locale.forLanguageTag("pl")))
                .isEqualTo("22 strony");
        assertThat(render(plural.replace("=n", "=5"), Locale.forLanguageTag("pl")))
                .isEqualTo("5 stron");
    }

    @ParameterizedTest
    @CsvSource({
        "en,1,one", "en,0,other", "fr,0,one", "fr,2,other", "ja,1,other", "ru,1,one", "ru,11,many", "ru,22,few",
        "ru,25,many", "hr,5,other", "hr,3,few", "pl,1,one", "pl,21,many", "pl,12,many", "cs,4,few", "cs,5,other",
        "sl,101,one", "sl,2,two", "sl,103,few", "lt,21,one", "lt,22,few", "lt,11,other", "lv,0,zero", "lv,21,one",
        "ro,0,few", "ro,20,other", "ar,0,zero", "ar,2,two", "ar,7,few", "ar,11,many", "ar,100,other", "he,2,two"
    })
    void pluralFormsFollowUnicode(String language, long count, String form) {
        assertThat(PluralForms.of(Locale.forLanguageTag(language), count)).isEqualTo(form);
    }

    private String render(String template, Locale locale) {
        return engine.fromString(template)
                .render(Map.of("name", "<Ada>"), RenderOptions.defaults().withLocale(locale));
    }
}
