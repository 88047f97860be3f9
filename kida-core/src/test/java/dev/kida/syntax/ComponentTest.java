package dev.kida.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Components, their calls and their slots. */
class ComponentTest {

    @Test
    void readsParameters() {
        var def = (Stmt.Def)
                Tree.statement(
                        "{% def f(items: list[str], note: str|None = none, m: dict[ str,int ] = {}, *rest, **more) %}{% end %}");

        assertThat(def.parameters())
                .extracting(Stmt.Parameter::name)
                .containsExactly("items", "note", "m", "rest", "more");
        assertThat(def.parameters())
                .extracting(Stmt.Parameter::annotation)
                .containsExactly("list[str]", "str | None", "dict[str, int]", null, null);
        assertThat(def.parameters())
                .extracting(Stmt.Parameter::kind)
                .endsWith(Stmt.ParameterKind.PLAIN, Stmt.ParameterKind.VARARGS, Stmt.ParameterKind.KEYWORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f",
                "f(a,)",
                "f(1)",
                "f(a:)",
                "f(a, a)",
                "f(*a: int)",
                "f(**k, a)",
                "f(**k, **l)",
                "f(*a, b)",
                "f(*a, *b)",
                "f(a=1, b)",
                "f(",
                "(a)",
                "'f'()"
            })
    void rejectsParameters(String signature) {
        assertThat(Tree.code("{% def " + signature + " %}{% end %}")).isEqualTo(ErrorCode.K_PAR_001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if x",
                "unless x",
                "for x in y",
                "while x",
                "with x",
                "provide x = 1",
                "cache 'x'",
                "capture x",
                "push 'x'",
                "spaceless",
                "filter upper",
                "def f() %}{% if x"
            })
    void mayNotBeDefinedJustAnywhere(String tag) {
        String end = "{% end %}";

        var error = Tree.error("{% " + tag + " %}\n{% region r() %}" + end + end + end);

        assertThat(error.getCode()).isEqualTo(ErrorCode.K_TPL_004);
        assertThat(error.getLine()).isEqualTo(2);
    }

    @Test
    void collectsTheContentOfACall() {
        var call = (Stmt.CallBlock) Tree.statement("""
                {% call f(1) %}A{% slot a let:x, let:y %}1{% slot z %}{% end %}B{% slot default %}C{% end %}\
                {% slot %}D{% end %}{% slot a %}2{% end %}{% end %}""");

        assertThat(call.slots()).extracting(Stmt.SlotBody::name).containsExactly("default", "a");
        assertThat(Tree.body(call.slots().get(0).body())).isEqualTo("ABCD");
        assertThat(Tree.body(call.slots().get(1).body())).isEqualTo("1[Slot]2");
        assertThat(call.slots().get(1).declared()).containsExactly("x", "y");
    }

    @ParameterizedTest
    @CsvSource({"card, card()", "m.card, m.card()", "card('x'), card('x')", "5, 5()"})
    void callsWhatIsNamed(String expression, String call) {
        var block = (Stmt.CallBlock) Tree.statement("{% call " + expression + " %}{% end %}");

        assertThat(Tree.print(block.call())).isEqualTo(call);
    }

    @Test
    void readsPlaceholders() {
        var def = (Stmt.Def) Tree.statement(
                "{% def f() %}{% slot %}{% slot a %}{% slot b let:x=1, let:y=x %}D{% endslot %}{% yield c %}{% end %}");

        assertThat(def.body()).extracting(each -> ((Stmt.Slot) each).name()).containsExactly("default", "a", "b", "c");
        assertThat(((Stmt.Slot) def.body().get(2)).bindings())
                .extracting(Stmt.Binding::name)
                .containsExactly("x", "y");
        assertThat(Tree.body(((Stmt.Slot) def.body().get(2)).body())).isEqualTo("D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% def f() %}{% slot x let:a %}{% end %}{% end %}",
                "{% def f() %}{% slot x a=1 %}{% end %}{% end %}",
                "{% def f() %}{% slot s let: %}{% end %}{% end %}",
                "{% def f() %}{% slot let %}{% end %}",
                "{% def f() %}{% slot 'a' %}{% end %}",
                "{% def f() %}{% slot a-b %}{% end %}",
                "{% def f() %}{% yield a let:x=1 %}{% end %}",
                "{% call(x) f() %}{% end %}",
                "{% call f() %}{% slot a let:x=1 %}{% end %}{% end %}",
                "{% call f() %}{% else %}{% end %}",
                "{% provide p = 1, q = 2 %}{% end %}",
                "{% provide 'p' = 1 %}{% end %}",
                "{% provide p %}{% end %}"
            })
    void rejects(String template) {
        assertThat(Tree.code(template)).isEqualTo(ErrorCode.K_PAR_001);
    }
}
