package dev.kida.value;

import static dev.kida.value.Use.call;
import static dev.kida.value.Use.callNamed;
import static dev.kida.value.Use.fails;
import static dev.kida.value.Use.get;
import static dev.kida.value.Use.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.error.TemplateException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Beans.Overloads;
import dev.kida.value.Beans.User;
import java.io.IOException;
import java.math.BigInteger;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JavaCallsTest {

    private final Overloads overloads = new Overloads();

    private static @Nullable Object invoke(@Nullable Object callee, @Nullable Object... arguments) {
        return Calls.invoke(callee, arguments, Use.CONTEXT);
    }

    @Test
    void theClosestOverloadWins() {
        assertThat(call(overloads, "number", 1)).isEqualTo("int");
        assertThat(call(overloads, "number", 1L)).isEqualTo("long");
        assertThat(call(overloads, "number", 1.5)).isEqualTo("double");
        assertThat(call(overloads, "wide", "s")).isEqualTo("String");
        assertThat(call(overloads, "wide", new StringBuilder())).isEqualTo("CharSequence");
        assertThat(call(overloads, "wide", 1L)).isEqualTo("Object");
        assertThat(call(overloads, "wide", (Object) null)).isEqualTo("String");
        fails("K-RUN-012", () -> call(overloads, "clash", "a", "b"));
    }

    @Test
    void convertsWithoutLoss() {
        assertThat(call(overloads, "only", 7L)).isEqualTo("int 7");
        assertThat(call(overloads, "letter", "c")).isEqualTo("char c");
        assertThat(call(overloads, "color", "RED")).isEqualTo("color RED");
        assertThat(call(overloads, "list", Tuple.of(1, 2))).isEqualTo("list 2");
        assertThat(call(overloads, "map", map("a", 1L))).isEqualTo("map 1");
        assertThat(call(new User(), "greet", Markup.of("Bo"))).isEqualTo("hi Bo");
        fails("K-RUN-012", () -> call(overloads, "only", 1L << 40));
        fails("K-RUN-012", () -> call(overloads, "only", 1.0));
        fails("K-RUN-012", () -> call(overloads, "only", BigInteger.TEN.pow(30)));
        fails("K-RUN-012", () -> call(overloads, "only", (Object) null));
        fails("K-RUN-012", () -> call(overloads, "letter", "cc"));
        fails("K-RUN-012", () -> call(overloads, "color", "PINK"));
        fails("K-RUN-012", () -> call(overloads, "only"));
    }

    @Test
    void varargsComeLast() {
        assertThat(call(overloads, "join", "-")).isEqualTo("");
        assertThat(call(overloads, "join", "-", 1L, "b")).isEqualTo("1-b");
        assertThat(call(overloads, "one", "x")).isEqualTo("one");
        assertThat(call(overloads, "one", "x", "y")).isEqualTo("many");
    }

    @Test
    void namesAreNotForJavaMethods() {
        fails("K-RUN-012", () -> callNamed(new User(), "greet", "name", "x"));
    }

    @Test
    void templateFunctionsServeAsFunctionalInterfaces() {
        TemplateFunction upper = TemplateFunction.of("upper", Signature.parse("s"), (a, c) -> call(a[0], "upper"));

        assertThat(call(overloads, "apply", upper)).isEqualTo("applied X");
        assertThat(call(overloads, "apply", get("a", "join"))).isEqualTo("applied x");
    }

    @Test
    void functionalInterfacesOfTheModelAreCallable() {
        Function<String, String> function = s -> s + "!";
        BiFunction<Long, Long, Long> sum = Long::sum;
        Supplier<String> supplier = () -> "s";
        Callable<String> callable = () -> "c";
        Predicate<String> predicate = String::isEmpty;
        IntFunction<String> ints = Integer::toString;

        assertThat(invoke(function, "a")).isEqualTo("a!");
        assertThat(invoke(sum, 1L, 2L)).isEqualTo(3L);
        assertThat(invoke(supplier)).isEqualTo("s");
        assertThat(invoke(callable)).isEqualTo("c");
        assertThat(invoke(predicate, "")).isEqualTo(true);
        assertThat(invoke(ints, 5L)).isEqualTo("5");
        assertThat(call(map("f", function), "f", "b")).isEqualTo("b!");
        fails("K-RUN-012", () -> invoke(function));
    }

    @Test
    void otherValuesAreNot() {
        fails("K-RUN-012", () -> invoke(null));
        fails("K-RUN-012", () -> invoke(Undefined.INSTANCE));
        fails("K-RUN-012", () -> invoke("text"));
        fails("K-RUN-012", () -> invoke(new User()));
    }

    @Test
    void failuresOfTheHostKeepTheirCause() {
        assertThat(fails("K-RUN-007", () -> get(new User(), "failing")))
                .hasRootCauseInstanceOf(IOException.class)
                .extracting(TemplateException::getSummary)
                .asString()
                .contains("IOException: disk full");
        assertThat(fails("K-RUN-007", () -> call(new User(), "getWrapped")).getCause())
                .isInstanceOf(IllegalStateException.class);
        Supplier<Object> refusing = () -> {
            throw TemplateRuntimeException.zeroDivision("mine");
        };
        fails("K-RUN-011", () -> invoke(refusing));
    }

    @Test
    void methodsWithoutResultReturnNull() {
        assertThat(call(new User(), "touch")).isNull();
    }
}
