package dev.kida.value;

import static dev.kida.value.Use.call;
import static dev.kida.value.Use.fails;
import static dev.kida.value.Use.get;
import static dev.kida.value.Use.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.value.Beans.Color;
import dev.kida.value.Beans.User;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberSafetyTest {

    @ParameterizedTest
    @ValueSource(strings = {"class", "getClass", "wait", "notify", "notifyAll", "finalize", "getDeclaringClass"})
    void someMembersAreNeverReachable(String name) {
        for (Object value : List.of(new User(), "text", 1L, List.of(), Color.RED, new int[0])) {
            fails("K-SEC-001", () -> get(value, name));
            fails("K-SEC-001", () -> Members.get(value, name, false));
            fails("K-SEC-001", () -> Members.getOptional(value, name, true));
            fails("K-SEC-001", () -> Members.find(value, name, null));
            fails("K-SEC-001", () -> call(value, name));
        }
    }

    @Test
    void keysOfMapsAreData() {
        assertThat(get(map("class", "btn", "getClass", 1L), "class")).isEqualTo("btn");
        fails("K-SEC-001", () -> call(map(), "getClass"));
    }

    static List<Object> forbidden() throws ReflectiveOperationException {
        return List.of(
                String.class,
                MemberSafetyTest.class.getClassLoader(),
                Object.class.getModule(),
                Thread.currentThread(),
                Runtime.getRuntime(),
                new ProcessBuilder("true"),
                ProcessHandle.current(),
                String.class.getMethod("length"),
                MethodHandles.publicLookup(),
                new Thread() {});
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void someValuesHaveNoMembers(Object value) {
        fails("K-SEC-002", () -> get(value, "name"));
        fails("K-SEC-002", () -> call(value, "toString"));
        fails("K-SEC-002", () -> Members.find(value, "x", null));
        assertThat(Calls.isCallable(value)).isFalse();
    }

    @Test
    void proxiesAreJudgedByTheirInterfaces() {
        Object shape = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Beans.Shape.class}, (proxy, method, arguments) -> 2.0);

        assertThat(get(shape, "area")).isEqualTo(2.0);
    }
}
