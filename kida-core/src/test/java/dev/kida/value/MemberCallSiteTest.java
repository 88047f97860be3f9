package dev.kida.value;

import static dev.kida.value.Use.fails;
import static dev.kida.value.Use.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.error.TemplateException;
import dev.kida.value.Beans.Point;
import dev.kida.value.Beans.User;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemberCallSiteTest {

    /** More often than a place reads before it is linked. */
    private static final int OFTEN = 100;

    /** Beans of several classes with the same property. */
    public static class A {
        public String getName() {
            return "A";
        }
    }

    /** See {@link A}. */
    public static class B extends A {
        @Override
        public String getName() {
            return "B";
        }
    }

    /** See {@link A}. */
    public record C(String name) {}

    /** See {@link A}. */
    public static class D {
        public final String name = "D";
    }

    private static @Nullable Object read(MethodHandle site, @Nullable Object receiver) {
        try {
            return (Object) site.invokeExact(receiver);
        } catch (TemplateException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static MethodHandle site(String name, int mode) {
        CallSite site = Members.bootstrap(
                MethodHandles.lookup(),
                Members.linkName(name, mode),
                MethodType.methodType(Object.class, Object.class));
        return site.dynamicInvoker();
    }

    @Test
    void answersTheSameHoweverManyClassesItMeets() {
        MethodHandle name = site("name", Members.STRICT);
        List<Object> receivers =
                List.of(new A(), new B(), new C("C"), new D(), new User(), map("name", "M"), Beans.Color.RED);

        for (int round = 0; round < OFTEN; round++) {
            assertThat(receivers)
                    .extracting(receiver -> read(name, receiver))
                    .containsExactly("A", "B", "C", "D", "Ada", "M", "RED");
        }
    }

    @Test
    void mapsMayLackTheKey() {
        MethodHandle x = site("x", Members.STRICT);

        for (int i = 0; i < OFTEN; i++) {
            assertThat(read(x, map("x", 1L))).isEqualTo(1L);
            assertThat(read(x, Collections.singletonMap("x", null))).isNull();
            fails("K-RUN-001", () -> read(x, map("y", 1L)));
            fails("K-RUN-001", () -> read(x, new TreeMap<>(Map.of(1, 2))));
        }
    }

    @Test
    void modes() {
        fails("K-RUN-001", () -> read(site("q", Members.STRICT), new Point(1, 2)));
        fails("K-RUN-001", () -> read(site("q", Members.STRICT), null));
        assertThat(read(site("q", Members.LENIENT), new Point(1, 2))).isSameAs(Undefined.INSTANCE);
        assertThat(read(site("q", Members.LENIENT), null)).isSameAs(Undefined.INSTANCE);
        assertThat(read(site("q", Members.OPTIONAL_STRICT), null)).isNull();
        assertThat(read(site("q", Members.OPTIONAL_STRICT), map())).isNull();
        fails("K-RUN-001", () -> read(site("q", Members.OPTIONAL_STRICT), new Point(1, 2)));
        assertThat(read(site("q", Members.OPTIONAL_LENIENT), new Point(1, 2))).isNull();
        fails("K-SEC-001", () -> read(site("class", Members.OPTIONAL_LENIENT), new Point(1, 2)));
    }

    @Test
    void gettersThatFailAreReported() {
        MethodHandle failing = site("failing", Members.STRICT);

        for (int i = 0; i < OFTEN; i++) {
            fails("K-RUN-007", () -> read(failing, new User()));
        }
        assertThat(read(site("nick", Members.STRICT), new User())).isEqualTo("ada");
        assertThat(read(site("greet", Members.STRICT), new User())).isInstanceOf(BoundMethod.class);
    }
}
