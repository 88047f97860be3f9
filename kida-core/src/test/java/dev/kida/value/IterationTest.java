package dev.kida.value;

import static dev.kida.value.Use.fails;
import static dev.kida.value.Use.list;
import static dev.kida.value.Use.map;
import static dev.kida.value.Use.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IterationTest {

    private static void iterates(@Nullable Object value, @Nullable Object... elements) {
        assertThat(Iteration.toList(value)).containsExactly(elements);
    }

    @Test
    void everythingWithElements() {
        iterates(list(1L, 2L), 1L, 2L);
        iterates(tuple(1L), 1L);
        iterates("a😀", "a", "😀");
        iterates(map("a", 1L, "b", 2L), "a", "b");
        iterates(new Range(0, 2, 1), 0L, 1L);
        iterates(new String[] {"x"}, "x");
        iterates(new long[] {5}, 5L);
        iterates(Stream.of(1, 2), 1, 2);
        iterates(IntStream.range(0, 2), 0, 1);
        iterates(List.of(7).iterator(), 7);
        iterates(Collections.enumeration(List.of(7)), 7);
        iterates(Optional.of(List.of(7)), 7);
        iterates(null);
        iterates(Undefined.INSTANCE);
    }

    @Test
    void valuesWithoutElements() {
        TemplateFunction component = new TemplateFunction() {
            @Override
            public Signature signature() {
                return Signature.NONE;
            }

            @Override
            public @Nullable Object call(@Nullable Object[] arguments, CallContext context) {
                return null;
            }

            @Override
            public boolean isComponent() {
                return true;
            }
        };

        fails("K-RUN-012", () -> Iteration.iterate(5L));
        fails("K-RUN-012", () -> Iteration.iterate(new Object()));
        fails("K-RUN-012", () -> Iteration.strict(null));
        fails("K-RUN-013", () -> Iteration.iterate(component));
    }

    @Test
    void unpacksExactly() {
        assertThat(Iteration.unpackExact(tuple(1L, 2L), 2)).containsExactly(1L, 2L);
        assertThat(Iteration.unpackExact("ab", 2)).containsExactly("a", "b");
        assertThat(Iteration.unpackExact(Map.entry("k", 1), 2)).containsExactly("k", 1);
        assertThat(Iteration.unpackExact(map("a", 1L), 1)).containsExactly("a");
        fails("K-RUN-007", () -> Iteration.unpackExact(list(1L, 2L, 3L), 2));
        fails("K-RUN-007", () -> Iteration.unpackExact(Stream.of(1), 2));
        fails("K-RUN-007", () -> Iteration.unpackExact(Stream.iterate(1, n -> n + 1), 2));
        fails("K-RUN-012", () -> Iteration.unpackExact(5L, 2));
        fails("K-RUN-012", () -> Iteration.unpackExact(null, 2));
    }

    @Test
    void unpacksByIndex() {
        assertThat(Iteration.unpackByIndex(list(1L, 2L, 3L), 2)).containsExactly(1L, 2L);
        assertThat(Iteration.unpackByIndex("ab", 2)).containsExactly("a", "b");
        assertThat(Iteration.unpackByIndex(Map.of(0, "x", 1, "y"), 2)).containsExactly("x", "y");
        fails("K-RUN-007", () -> Iteration.unpackByIndex(list(1L), 2));
        fails("K-RUN-012", () -> Iteration.unpackByIndex(5L, 1));
        fails("K-RUN-012", () -> Iteration.unpackByIndex(null, 1));
    }
}
