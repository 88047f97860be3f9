package dev.kida.value;

import static dev.kida.value.Use.fails;
import static dev.kida.value.Use.list;
import static dev.kida.value.Use.map;
import static dev.kida.value.Use.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private final Signature truncate =
            Signature.parse("value, length=255, killwords=false, end='...', *, leeway|slack=null");

    private static List<@Nullable Object> bind(
            Signature signature, List<@Nullable Object> positional, String[] names, Object... named) {
        return list(signature.bind("f", positional.toArray(), names, named));
    }

    private static String[] names(String... names) {
        return names;
    }

    @Test
    void fillsInDefaults() {
        assertThat(bind(truncate, list("x"), names())).containsExactly("x", 255L, false, "...", null);
        assertThat(bind(truncate, list("x", 9L), names("end"), "")).containsExactly("x", 9L, false, "", null);
        assertThat(bind(truncate, list("x"), names("slack"), 5L)).endsWith(5L);
    }

    @Test
    void collectsSurplusArguments() {
        Signature signature = Signature.parse("a, *rest, key=1.5, **options");

        assertThat(bind(signature, list(1L, 2L, 3L), names("x", "key"), "y", 2L))
                .containsExactly(1L, tuple(2L, 3L), 2L, map("x", "y"));
        assertThat(bind(signature, list(1L), names())).containsExactly(1L, tuple(), 1.5, map());
    }

    @Test
    void rejectsWrongArguments() {
        fails("K-RUN-012", () -> bind(truncate, list(), names()));
        fails("K-RUN-012", () -> bind(truncate, list(1, 2, 3, 4, 5), names()));
        fails("K-RUN-012", () -> bind(truncate, list("x"), names("value"), "y"));
        fails("K-RUN-012", () -> bind(truncate, list("x"), names("nope"), "y"));
        fails("K-RUN-012", () -> bind(Signature.parse("*, key"), list(), names()));
    }

    @Test
    void checksCallsBeforeTheyHappen() {
        assertThat(truncate.check(1, List.of("end"))).isNull();
        assertThat(truncate.check("truncate", 5, List.of())).isEqualTo("truncate() takes 1 to 4 arguments, 5 given");
        assertThat(truncate.check("truncate", 0, List.of())).isEqualTo("truncate() needs an argument 'value'");
        assertThat(truncate.check("truncate", 1, List.of("x"))).isEqualTo("truncate() has no parameter 'x'");
        assertThat(truncate.check("truncate", 1, List.of("value"))).contains("several values");
        assertThat(Signature.parse("*rest, **more").check(9, List.of("x"))).isNull();
    }
}
