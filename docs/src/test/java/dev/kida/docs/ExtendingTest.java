package dev.kida.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.error.TemplateSecurityException;
import dev.kida.render.TagHandler;
import dev.kida.value.Markup;
import dev.kida.value.SandboxPolicy;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.Truth;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The Java of extending.md. */
class ExtendingTest {

    public static final class Product {
        public String getName() {
            return "Ink";
        }

        public int getCost() {
            return 3;
        }
    }

    @Test
    void functions() {
        TemplateFunction.Body initials = (args, context) -> {
            String letters = Text.of(args[0]).replaceAll("(\\w)\\w*\\s*", "$1");
            return Truth.of(args[1]) ? letters.replaceAll("(.)", "$1.") : letters;
        };
        TemplateFunction.Body weekend = (args, context) ->
                args[0] instanceof LocalDate day && day.getDayOfWeek().getValue() > 5;
        KidaEngine engine = KidaEngine.builder()
                .filter("initials", TemplateFunction.of("initials", Signature.parse("value, dots=false"), initials))
                .test("weekend", TemplateFunction.of("weekend", Signature.parse("value"), weekend))
                .global("shop", "Papeterie")
                .build();

        assertThat(engine.fromString("{{ 'Ada Lovelace' | initials(dots=true) }} {{ day is weekend }} {{ shop }}")
                        .render(Map.of("day", LocalDate.of(2026, 11, 22))))
                .isEqualTo("A.L. true Papeterie");
    }

    @Test
    void tags() {
        TagHandler.Inline icon = call -> {
            String name = Text.escape(Text.of(call.argument("name")));
            return Markup.of("<svg width=\"" + call.argument("size") + "\"><use href=\"#" + name + "\"/></svg>");
        };
        TagHandler.Block panel = (call, body) -> {
            String title = Text.escape(Text.of(call.argument("title")));
            return Markup.of("<div><h3>" + title + "</h3>" + body.toHtml() + "</div>");
        };
        KidaEngine engine = KidaEngine.builder()
                .tag(TagHandler.inline("icon", "name, size=16", icon))
                .tag(TagHandler.block("panel", "title", panel))
                .build();

        String source =
                "{% icon 'cart', size=24 %}{% panel 'Orders' %}{% for o in orders %}<p>{{ o }}</p>{% end %}{% end %}";
        assertThat(engine.fromString(source).render(Map.of("orders", List.of("<7>"))))
                .isEqualTo(
                        "<svg width=\"24\"><use href=\"#cart\"/></svg>" + "<div><h3>Orders</h3><p>&lt;7&gt;</p></div>");
    }

    @Test
    void policy() {
        KidaEngine careful = KidaEngine.builder()
                .sandbox(SandboxPolicy.builder()
                        .allowTypes(Product.class)
                        .blockAttributes(Set.of("cost"))
                        .build())
                .build();

        Map<String, Object> model = Map.of("product", new Product());
        assertThat(careful.fromString("{{ product.name }}").render(model)).isEqualTo("Ink");
        assertThatThrownBy(
                        () -> careful.fromString("{{ product | attr('cost') }}").render(model))
                .isInstanceOf(TemplateSecurityException.class);
    }
}
