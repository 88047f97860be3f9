package dev.kida.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kida.KidaEngine;
import dev.kida.KidaEngineBuilder;
import dev.kida.Template;
import dev.kida.error.TemplateException;
import dev.kida.load.MapLoader;
import dev.kida.render.ChunkIterator;
import dev.kida.value.KidaSandboxed;
import dev.kida.value.SandboxPolicy;
import dev.kida.value.TemplateFunction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spec 08 §8: what a template may reach in an engine with a policy, by every way there is. */
class SandboxTest {

    public record Order(String id, int total, Optional<String> note) {
        public boolean isLarge() {
            return total > 100;
        }

        public void cancel() {
            throw new AssertionError("called");
        }
    }

    public static final class Account {
        public String getOwner() {
            return "Ada";
        }
    }

    @KidaSandboxed
    public static class Product {
        public String getName() {
            return "Lamp";
        }

        public String label(String prefix) {
            return prefix + getName();
        }

        public void delete() {
            throw new AssertionError("called");
        }
    }

    public enum Status {
        OPEN;

        public String getSecret() {
            return "s3cret";
        }
    }

    private static Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("order", new Order("A1", 250, Optional.of("soon")));
        model.put("account", new Account());
        model.put("product", new Product());
        model.put("status", Status.OPEN);
        model.put("xs", new ArrayList<>(List.of(3, 1, 2)));
        model.put("m", new HashMap<>(Map.of("pop", 5, "password", "hunter2", "name", "Bo")));
        model.put("day", LocalDate.of(2026, 3, 1));
        model.put("counter", new AtomicInteger());
        model.put("fn", (UnaryOperator<String>) text -> "called " + text);
        model.put("hidden", TemplateFunction.of("hidden", dev.kida.value.Signature.parse(""), (a, c) -> "called"));
        model.put("accounts", List.of(new Account()));
        model.put("holder", Map.of("fn", (UnaryOperator<String>) text -> text));
        return model;
    }

    private static KidaEngineBuilder engine(SandboxPolicy policy) {
        return KidaEngine.builder()
                .loader(new MapLoader(Map.of("part.html", "{{ order.id }}")))
                .sandbox(policy);
    }

    /** In both shapes; they have to agree. */
    private static String render(SandboxPolicy policy, String source) {
        Template template = engine(policy).build().fromString(source, "page.html");
        String page = template.render(model());
        StringBuilder streamed = new StringBuilder();
        try (ChunkIterator chunks = template.renderStream(model())) {
            chunks.forEachRemaining(streamed::append);
        }
        assertThat(streamed).hasToString(page);
        return page;
    }

    private static String code(SandboxPolicy policy, String source) {
        TemplateException error = catchThrowableOfType(() -> render(policy, "\n" + source), TemplateException.class);
        assertThat(error).as(source).isNotNull();
        assertThat(error.getLine()).isEqualTo(2);
        return error.getCode().code();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            value = {
                "{{ order.id }} {{ order.large }} {{ order.isLarge() }} {{ order.note.upper() }} ⇒ A1 true true SOON",
                "{{ product.name }} {{ product.label('a ') }} {{ status.name }} ⇒ Lamp a Lamp OPEN",
                "{{ m.pop }} {{ m['name'] }} {{ m.get('name') }} {{ m | attr('name') }} ⇒ 5 Bo Bo Bo",
                "{{ xs | sort }} {{ xs.index(1) }} {{ xs[0] }} {{ 'a-b'.split('-') | join }} ⇒ [1, 2, 3] 1 3 ab",
                "{{ day.year }} {{ day.plusDays(1) }} {{ day | date('%d') }} ⇒ 2026 2026-03-02 01",
                "{{ 'x' if false else 'no' }} {{ xs | map('string') | join }} ⇒ no 312",
                "{% def f(a) %}<{{ a }}{% slot %}>{% end %}{{ f(1) }}{% call f(2) %}{{ has_slot is defined }}{% end %}"
                        + "⇒ <1><2false>",
                "{% for x in xs %}{{ loop.cycle('a', 'b') }}{{ loop.last }}{% end %} ⇒ afalsebfalseatrue",
                "{% include 'part.html' %} {{ range(3) | list }} {{ len(xs) }} ⇒ A1 [0, 1, 2] 3",
                "{{ [order] | map(attribute='id') | join }} {{ [order] | tojson | length > 10 }} ⇒ A1 true",
            })
    void dataIsInReach(String source, String page) {
        assertThat(render(SandboxPolicy.DEFAULT, source.strip())).isEqualTo(page.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ account.owner }}",
                "{{ account?.owner }}",
                "{{ account.owner | default('x') }}",
                "{{ account.owner ?? 'x' }}",
                "{{ account.owner is defined }}",
                "{% try %}{{ account.owner }}{% fallback %}x{% end %}",
                "{{ account.getOwner() }}",
                "{{ account?.getOwner() }}",
                "{{ account | attr('owner') }}",
                "{{ account | get('owner') }}",
                "{{ {'a': account} | attr('a.owner') }}",
                "{{ accounts | map(attribute='owner') }}",
                "{{ accounts | map('getOwner') }}",
                "{{ accounts | sort(attribute='owner') }}",
                "{{ accounts | groupby('owner') }}",
                "{{ accounts | selectattr('owner') }}",
                "{{ accounts | rejectattr('owner', 'eq', 'x') }}",
                "{{ accounts | max(attribute='owner') }}",
                "{{ accounts | sum(attribute='owner') }}",
                "{{ accounts | unique(attribute='owner') }}",
                "{{ accounts | tojson }}",
                "{{ [a.owner for a in accounts] }}",
                "{% match account.owner %}{% case _ %}{% end %}",
                "{% call account.owner() %}{% end %}",
                "{{ counter.get() }}",
                "{{ fn.apply('x') }}",
                "{{ len.call([xs]) }}",
                "{{ xs.append.receiver() }}",
            })
    void objectsAreNot(String source) {
        assertThat(code(SandboxPolicy.DEFAULT, source)).isIn("K-SEC-001", "K-SEC-002");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            value = {
                "{{ xs.append(4) }} ⇒ K-SEC-001",
                "{{ xs.pop() }} ⇒ K-SEC-001",
                "{{ xs.stream() }} ⇒ K-SEC-001",
                "{{ m.update(m) }} ⇒ K-SEC-001",
                "{{ m.entrySet() }} ⇒ K-SEC-001",
                "{{ 'x'.repeat(5) }} ⇒ K-SEC-001",
                "{{ status.secret }} ⇒ K-SEC-001",
                "{{ xs.class }} ⇒ K-SEC-001",
                "{{ order.getClass() }} ⇒ K-SEC-001",
                "{{ order.cancel() }} ⇒ K-SEC-004",
                "{{ product.delete() }} ⇒ K-SEC-004",
                "{{ fn('x') }} ⇒ K-SEC-004",
                "{{ hidden() }} ⇒ K-SEC-004",
                "{{ holder.fn('x') }} ⇒ K-SEC-004",
                "{{ xs | map(fn) }} ⇒ K-SEC-004",
                "{{ map(fn, xs) | list }} ⇒ K-SEC-004",
                "{% include 'part' ~ '.html' %} ⇒ K-SEC-004",
                "{{ order.missing }} ⇒ K-RUN-001",
                "{% for i in 1..20000 %}{% end %} ⇒ K-SEC-003",
                "{{ 'x' * 10 ** 8 }} ⇒ K-SEC-005",
                "{% def f() %}{{ f() }}{% end %}{{ f() }} ⇒ K-RUN-006",
            })
    void whatIsRefusedHasACode(String source, String code) {
        assertThat(code(SandboxPolicy.DEFAULT, source.strip())).isEqualTo(code.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ order.__class__ }}",
                "{{ order.__class__ | default('x') }}",
                "{{ order?.__class__ }}",
                "{{ order.__class__() }}",
                "{{ {'a': 1}.__class__ }}",
                "{{ {'__class__': 1}.__class__ }}",
                "{{ {'__class__': 1}['__class__'] }}",
                "{{ 'a'.__class__ | default('x') }}",
                "{{ none.__class__ | default('x') }}",
                "{{ order | attr('__class__') }}",
                "{{ none | attr('__class__') }}",
                "{{ order | attr('id.__class__') }}",
                "{{ order | get('__class__', 'D') }}",
                "{{ none | get('__class__', 'D') }}",
                "{{ m | get('__class__', 'D') }}",
                "{{ [order] | map(attribute='__class__') | list }}",
                "{{ [order] | map('__class__') | list }}",
                "{{ [order] | sort(attribute='__class__') }}",
                "{% try %}{{ order.__class__ }}{% fallback %}x{% end %}",
            })
    void innerWorkingsOfTheHostHaveNoName(String source) {
        assertThat(code(SandboxPolicy.DEFAULT, source)).isEqualTo("K-SEC-001");
    }

    @Test
    void otherNamesWithUnderscoresAreData() {
        assertThat(render(SandboxPolicy.DEFAULT, "{{ {'__len__': 1, '_a': 2, '__b': 3}.__len__ }}"))
                .isEqualTo("1");
        assertThat(render(
                        SandboxPolicy.DEFAULT,
                        "{% set d = {'_a': 2, '__b': 3, '__': 4} %}{{ d._a }}{{ d.__b }}{{ d.__ }}"))
                .isEqualTo("234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ {'c': 3}.c }}",
                "{{ {'c': 3} | attr('c') }}",
                "{{ {'a': {'c': 3} } | attr('a.c') }}",
                "{{ {'c': 3} | get('c') }}",
                "{{ [{'c': 3}] | map(attribute='c') | list }}",
                "{{ [{'c': 3}] | selectattr('c') | list }}",
                "{{ [{'c': 3}] | sort(attribute='c') }}",
                "{{ [{'c': 3}] | groupby('c') }}",
            })
    void filtersReadTheAllowedNamesOnly(String source) {
        SandboxPolicy policy =
                SandboxPolicy.builder().allowAttributes(Set.of("a")).build();

        assertThat(code(policy, source)).isEqualTo("K-SEC-001");
        assertThat(render(policy, source.replace("'c'", "'a'").replace(".c", ".a")))
                .isNotEmpty();
    }

    @Test
    void functionsCanBeRegistered() {
        KidaEngine engine =
                engine(SandboxPolicy.DEFAULT).global("shout", model().get("fn")).build();
        assertThat(engine.fromString("{{ shout('x') }}").render(Map.of())).isEqualTo("called x");
    }

    @Test
    void classesAndPackagesCanBeAllowed() {
        SandboxPolicy types = SandboxPolicy.builder().allowTypes(Account.class).build();
        SandboxPolicy packages = SandboxPolicy.builder()
                .allowPackages(Account.class.getPackageName())
                .build();
        assertThat(render(types, "{{ account.owner }}")).isEqualTo("Ada");
        assertThat(render(packages, "{{ accounts | map(attribute='owner') | join }}"))
                .isEqualTo("Ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ m.password }}",
                "{{ m['password'] }}",
                "{{ m?['password'] }}",
                "{{ m | attr('password') }}",
                "{{ m | get('password') }}",
                "{{ [m] | map(attribute='password') }}",
            })
    void namesCanBeBlocked(String source) {
        SandboxPolicy policy =
                SandboxPolicy.builder().blockAttributes(Set.of("password")).build();
        assertThat(code(policy, source)).isEqualTo("K-SEC-001");
    }

    @Test
    void namesCanBeListed() {
        SandboxPolicy policy =
                SandboxPolicy.builder().allowAttributes(Set.of("id")).build();
        assertThat(render(policy, "{{ order.id }}{{ 'a'.upper() }}{% for x in xs %}{{ loop.index }}{% end %}"))
                .isEqualTo("A1A123");
        assertThat(code(policy, "{{ order.total }}")).isEqualTo("K-SEC-001");
        assertThat(code(policy, "{{ m.name }}")).isEqualTo("K-SEC-001");
    }

    @Test
    void typesCanBeBlocked() {
        SandboxPolicy policy = SandboxPolicy.builder().blockTypes(Order.class).build();
        assertThat(code(policy, "{{ order.id }}")).isEqualTo("K-SEC-002");
    }

    @Test
    void collectionsCanBeOpenedForChanges() {
        SandboxPolicy policy =
                SandboxPolicy.builder().allowMutatingMethods(true).build();
        assertThat(render(policy, "{{ xs.append(4) }}{{ xs }}")).isEqualTo("[3, 1, 2, 4]");
        assertThat(code(policy, "{{ xs.iterator() }}")).isEqualTo("K-SEC-001");
    }

    @Test
    void callsCanBeForbidden() {
        SandboxPolicy nothing = SandboxPolicy.builder().allowCalls(Set.of()).build();
        SandboxPolicy methods = SandboxPolicy.builder()
                .allowCalls(Set.of(SandboxPolicy.Callee.METHOD))
                .build();
        assertThat(render(nothing, "{{ xs | length }}")).isEqualTo("3");
        assertThat(code(nothing, "{% def f() %}{% end %}{{ f() }}")).isEqualTo("K-SEC-004");
        assertThat(code(nothing, "{{ range(3) }}")).isEqualTo("K-SEC-004");
        assertThat(code(nothing, "{{ 'a'.upper() }}")).isEqualTo("K-SEC-004");
        assertThat(render(methods, "{{ 'a'.upper() }}")).isEqualTo("A");
    }

    @Test
    void placesThatHaveSeenAClassStillAsk() {
        String source = "{% for x in [order, order, account] %}{{ x.id ?? '' }}{% end %}";
        assertThat(code(SandboxPolicy.DEFAULT, source)).isEqualTo("K-SEC-002");
    }

    @Test
    void limitsOfOnesOwnWinOverThoseOfTheSandbox() {
        String source = "{% for i in 1..20000 %}{% end %}ok";
        KidaEngine engine = KidaEngine.builder()
                .maxRange(50_000)
                .sandbox(SandboxPolicy.DEFAULT)
                .build();
        assertThat(engine.fromString(source).render(Map.of())).isEqualTo("ok");
    }
}
