package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.load.MapLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template tells about itself (spec 06 §7, 04 §10.4). */
class IntrospectionTest {

    private static final KidaEngine ENGINE = KidaEngine.builder()
            .loader(new MapLoader(Map.of("base.html", "{% block a %}{% end %}{% block b %}{% end %}")))
            .global("site", Map.of())
            .build();

    private static Template template(String source) {
        return ENGINE.fromString(source, "page.html");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '»', quoteCharacter = '§', textBlock = """
        {{ user.name }}{{ user.address?.city }}{{ total }}              » total user.address.city user.name
        {{ user['name'] }}{{ rows[0].id }}{{ rows[i].id }}              » i rows user.name
        {{ user.name.upper() }}{{ f(x).y }}{{ x | truncate(n) }}        » f n user.name.upper x
        {{ range(n) }}{{ site.name }}{{ loop }}                         » loop n
        {% for x in xs %}{{ x.y }}{{ loop.index }}{% end %}{{ x }}      » x xs
        {% for a, b in xs if a > m %}{{ b }}{% else %}{{ a }}{% end %}  » a m xs
        {{ [x.y for x in xs if x.z] }}                                  » xs
        {% set x = y %}{{ x }}                                          » y
        {% set x = x %}{{ x }}                                          » x
        {% let x ??= y %}{{ x }}                                        » x y
        {% if c %}{% set x = 1 %}{% end %}{{ x }}                       » c x
        {% if c %}{% let x = 1 %}{% end %}{{ x }}                       » c x
        {% if c %}{% let x = 1 %}{% else %}{% let x = 2 %}{% end %}{{ x }} » c
        {% for y in ys %}{% let x = y %}{% end %}{{ x }}                » x ys
        {% while c %}{% let x = 1 %}{% end %}{{ x }}                    » c x
        {% with a = x, b = a %}{{ a }}{{ b }}{% end %}{{ a }}           » a x
        {% with x as y %}{{ y }}{% else %}{{ z }}{% end %}              » x z
        {% match x %}{% case a, 1 %}{{ a }}{% case y.z %}{{ b }}{% end %} » b x y.z
        {% try %}{{ x }}{% fallback e %}{{ e.message }}{% end %}{{ e }} » e x
        {% capture c %}{{ x }}{% end %}{{ c }}                          » x
        {% let q = 1 %}{% block b %}{{ q }}{{ r }}{% end %}             » r
        {% for i in xs %}{% block b %}{{ i }}{% end %}{% end %}         » i xs
        {% extends p %}{% block b %}{{ q }}{% end %}{% let q = 1 %}     » p
        {% def f(a, b=x) %}{{ a }}{{ y }}{{ caller() }}{{ has_slot() }}{% end %}{{ f(z) }} » x y z
        {% def a() %}{{ b() }}{% end %}{% def b() %}{{ a() }}{% end %}  »
        {% region r(p=q) %}{{ p }}{{ s }}{% end %}{{ r() }}             » q s
        {% import 'm' as m %}{{ m.f(x) }}                               » x
        {% from 'm' import f as g with context %}{{ g() }}{{ f }}       » f
        {% call g(x) %}{% slot row let:item %}{{ item }}{{ other }}{% end %}{% end %} » g other x
        {% def t() %}{% slot r let:v=w %}{{ v }}{% end %}{% end %}      » w
        {% include name %}{% provide k = v %}{{ k }}{% end %}           » k name v
        {% cache key, ttl=t %}{% let x = 1 %}{% end %}{{ x }}           » key t x
        {% trans n=count %}{{ n }}{% end %}{{ x is defined }}           » count x
        {{ x ?? y }}{{ await z }}{{ a if b else c }}                    » a b c x y z
        """)
    void listsTheContextPathsItReads(String source, @Nullable String paths) {
        assertThat(String.join(" ", template(source).dependsOn())).isEqualTo(paths == null ? "" : paths);
    }

    @Test
    void namesWhatAModelHasToHave() {
        Template page = template("{{ user.name }}{{ user.mail }}{{ total }}{{ site.x }}{{ range(2) }}");

        assertThat(page.requiredContext()).containsExactly("total", "user");
        assertThat(page.validateContext(Map.of())).containsExactly("total", "user");
        assertThat(page.validateContext(Map.of("user", 1, "more", 2))).containsExactly("total");
        assertThat(page.validateContext(Map.of("user", 1, "total", 2))).isEmpty();
    }

    @Test
    void listsTheTemplatesItNames() {
        Template page =
                template("{% extends 'base.html' %}{% block a %}{% include 'i' %}{% include 'i' %}{% include x %}"
                        + "{% embed 'e' %}{% end %}{% from 'f' import a %}{% import 'm' as m %}{% end %}");

        assertThat(page.dependencies().parents()).containsExactly("base.html");
        assertThat(page.dependencies().includes()).containsExactly("i");
        assertThat(page.dependencies().embeds()).containsExactly("e");
        assertThat(page.dependencies().imports()).containsExactly("f", "m");
        assertThat(page.listBlocks()).containsExactly("a", "b");
    }

    @Test
    void listsItsComponents() {
        Template page = template("{% def z() %}{% def inner() %}{% end %}{% end %}{% region r() %}{% end %}"
                + "{% block b %}{% def a() %}{% end %}{% end %}");

        assertThat(page.listDefs()).containsExactly("z", "a");
        assertThat(template("text").listDefs()).isEmpty();
    }

    @Test
    void describesAComponent() {
        Template page = template("\n{% def card(title: str | None, n=site.n, *rest, **named) %}\n"
                + "{{ title }}{{ user.name }}{{ site.x }}{{ rest }}{{ named }}{{ other() }}"
                + "{% slot head %}{% slot %}{% call other() %}{% slot ignored %}{% slot foot %}{% end %}{% end %}"
                + "{% def inner() %}{% slot hidden %}{% end %}{% end %}{% def other() %}{% end %}");

        DefMetadata card = page.defMetadata().get("card");

        assertThat(card)
                .isEqualTo(new DefMetadata(
                        "card",
                        "page.html",
                        2,
                        List.of(
                                new DefMetadata.Parameter("title", "str | None", false),
                                new DefMetadata.Parameter("n", null, true)),
                        List.of("head", "foot"),
                        true,
                        Set.of("user.name"),
                        "rest",
                        "named"));
        assertThat(card.parameters())
                .extracting(DefMetadata.Parameter::required)
                .containsExactly(true, false);
        assertThat(page.defMetadata().get("other").hasDefaultSlot()).isFalse();
    }

    @Test
    void tellsWhetherABlockExists() {
        KidaEngine engine = engine(Map.of(
                "base.html", "{% block a %}{% end %}",
                "page.html", "{% extends 'base.html' %}{% block b %}{% end %}{% region r() %}{% end %}",
                "broken.html", "{% block a %}",
                "orphan.html", "{% extends 'nowhere' %}"));

        assertThat(engine.validateBlockExists("page.html", "a")).isTrue();
        assertThat(engine.validateBlockExists("page.html", "r")).isTrue();
        assertThat(engine.validateBlockExists("page.html", "c")).isFalse();
        for (String template : List.of("", "nowhere", "broken.html", "orphan.html")) {
            assertThat(engine.validateBlockExists(template, "a")).isFalse();
            assertThat(engine.getTemplateStructure(template)).isNull();
        }
    }

    @Test
    void describesHowATemplateIsPutTogether() {
        KidaEngine engine = engine(Map.of(
                "base.html", "{% block a %}{{ x.y }}{% end %}{% block b %}B{% end %}",
                "page.html", "{% extends 'base.html' %}\n{% block b %}{% block c %}C{% end %}{{ z }}{% end %}",
                "same.html", "{% extends 'base.html' %}{% block a %}{{  x.y  }}{% end %}{% region r(p) %}{% end %}"));

        TemplateStructure page = engine.getTemplateStructure("page.html");
        TemplateStructure same = engine.getTemplateStructure("same.html");

        assertThat(page.name()).isEqualTo("page.html");
        assertThat(page.parent()).isEqualTo("base.html");
        assertThat(page.dependsOn()).containsExactly("z");
        assertThat(page.blocks().keySet()).containsExactly("a", "b", "c");
        assertThat(same.blocks().keySet()).containsExactly("a", "b", "r");
        assertThat(same.blocks().get("a")).isEqualTo(page.blocks().get("a"));
        assertThat(same.blocks().get("b")).isNotEqualTo(page.blocks().get("b"));
    }

    private static KidaEngine engine(Map<String, String> templates) {
        return KidaEngine.builder().loader(new MapLoader(templates)).build();
    }
}
