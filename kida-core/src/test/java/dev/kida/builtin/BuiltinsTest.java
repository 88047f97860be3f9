package dev.kida.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kida.value.TemplateFunction;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The functions of the language are made when they are first used, each under the name that it is written down with. */
class BuiltinsTest {

    @ParameterizedTest
    @EnumSource
    void makesWhatItNames(Library library) {
        for (String name : library.names()) {
            assertThat(library.make(name).signature()).as(name).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void makesNothingElse(Library library) {
        if (library != Library.JSON) { // has one function
            assertThatIllegalArgumentException().isThrownBy(() -> library.make("none-such"));
        }
    }

    @Test
    void namesNothingTwice() {
        assertThat(Builtins.filters()).hasSize(count(EnumSet.range(Library.TEXT, Library.JSON)));
        assertThat(Builtins.tests()).hasSize(count(EnumSet.range(Library.VALUE_TESTS, Library.HTMX_TESTS)));
        assertThat(Builtins.globals()).hasSize(count(EnumSet.range(Library.CONVERSION, Library.REQUEST)));
    }

    private static int count(EnumSet<Library> libraries) {
        return libraries.stream().mapToInt(library -> library.names().length).sum();
    }

    @Test
    void makesAFunctionOnce() {
        TemplateFunction upper =
                java.util.Objects.requireNonNull(Builtins.filters().get("upper"));
        TemplateFunction made = Builtins.made(upper);

        assertThat(made).isNotSameAs(upper).isSameAs(Builtins.made(upper));
        assertThat(Builtins.made(made)).isSameAs(made);
        assertThat(upper.name()).isEqualTo("upper");
        assertThat(upper).hasToString("<function upper>");
        assertThat(upper.signature()).isSameAs(made.signature());
    }

    @Test
    void keepsTheNameOfTheOneThatAnotherNameStandsFor() {
        assertThat(java.util.Objects.requireNonNull(Builtins.filters().get("d")).name())
                .isEqualTo("default");
    }
}
