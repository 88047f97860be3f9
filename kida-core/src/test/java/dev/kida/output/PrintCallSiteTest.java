package dev.kida.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.UndefinedException;
import dev.kida.value.Members;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A place that prints has to print the same before it is linked, when it is, and when it has met many classes. */
class PrintCallSiteTest {

    private static final int OFTEN = 100;

    /** Accessors of every kind of type. */
    public record A(int x) {}

    /** See {@link A}. */
    public record B(double x) {}

    /** See {@link A}. */
    public record C(@Nullable String x) {}

    /** See {@link A}. */
    public record D(boolean x) {}

    /** See {@link A}. */
    public record E(Optional<String> x) {}

    /** See {@link A}. */
    public record F(short x) {}

    /** See {@link A}. */
    public record G(Object x) {}

    private static String print(MethodHandle site, @Nullable Object receiver) {
        Output out = Output.chars(16);
        try {
            site.invokeExact(out, receiver);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        return out.string();
    }

    private static MethodHandle site(boolean escape) {
        MethodType type = MethodType.methodType(void.class, Output.class, Object.class);
        return Prints.bootstrap(MethodHandles.lookup(), Prints.linkName("x", Members.STRICT, escape), type)
                .dynamicInvoker();
    }

    @Test
    void printsEveryTypeHoweverOften() {
        MethodHandle site = site(true);
        for (int i = 0; i < OFTEN; i++) {
            assertThat(print(site, new A(-3))).isEqualTo("-3");
            assertThat(print(site, new B(1.5))).isEqualTo("1.5");
            assertThat(print(site, new C("<a>"))).isEqualTo("&lt;a&gt;");
            assertThat(print(site, new C(null))).isEmpty();
            assertThat(print(site, new D(true))).isEqualTo("true");
            assertThat(print(site, new E(Optional.of("&")))).isEqualTo("&amp;");
            assertThat(print(site, new F((short) 7))).isEqualTo("7");
            assertThat(print(site, new G("'"))).isEqualTo("&#39;");
            assertThat(print(site, Map.of("x", "m"))).isEqualTo("m");
        }
    }

    @Test
    void printsOneTypeAtALinkedPlace() {
        MethodHandle site = site(false);
        for (int i = 0; i < OFTEN; i++) {
            assertThat(print(site, new C("<a>"))).isEqualTo("<a>");
        }
        assertThat(print(site, new A(1))).isEqualTo("1");
    }

    @Test
    void failsAsEveryReadDoes() {
        MethodHandle site = site(true);
        for (int i = 0; i < OFTEN; i++) {
            assertThat(print(site, new A(1))).isEqualTo("1");
            assertThatThrownBy(() -> print(site, null)).isInstanceOf(UndefinedException.class);
            assertThatThrownBy(() -> print(site, "text")).isInstanceOf(UndefinedException.class);
        }
    }
}
