package dev.kida.value;

import static dev.kida.value.Use.call;
import static dev.kida.value.Use.callNamed;
import static dev.kida.value.Use.fails;
import static dev.kida.value.Use.list;
import static dev.kida.value.Use.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextMethodsTest {

    private static void gives(@Nullable Object expected, String text, String method, @Nullable Object... arguments) {
        assertThat(call(text, method, arguments)).as("'%s'.%s", text, method).isEqualTo(expected);
    }

    @Test
    void cases() {
        gives("É", "é", "upper");
        gives("ab", "AB", "lower");
        gives("Ab cd", "AB cd", "capitalize");
        gives("Ab Cd", "ab CD", "title");
        gives("They'Re Bill'S", "they're bill's", "title");
        gives("AbC", "aBc", "swapcase");
        gives("ss äb", "ß ÄB", "casefold");
        gives("Ss", "ß", "capitalize");
    }

    @Test
    void casesBeyondLatin() {
        gives("Ας", "ΑΣ", "title");
        gives("Ας", "ΑΣ", "capitalize");
        gives("ας", "ΑΣ", "swapcase");
        gives("ασ ss ı", "ΑΣ ẞ ı", "casefold");
        gives("中Ab Ⅷ", "中aB ⅷ", "title");
        gives("ʼN", "ŉ", "title");
        gives(true, "①➀", "isdigit");
    }

    @Test
    void strips() {
        gives("a", "\u00a0 a\t\n", "strip");
        gives("a", "xxaxx", "strip", "x");
        gives("abc", "123abc", "lstrip", "0123456789");
        gives("a", "a...", "rstrip", ".");
        gives("x", "pre-x", "removeprefix", "pre-");
        gives("x", "x.html", "removesuffix", ".html");
    }

    @Test
    void splits() {
        gives(list("a", " b", "c"), "a, b,c", "split", ",");
        gives(list("a", "b", "c"), " a  b c ", "split");
        gives(list("a", "b", "c-d"), "a-b-c-d", "split", "-", 2L);
        gives(list("a-b", "c"), "a-b-c", "rsplit", "-", 1L);
        gives(list(" a b", "c"), " a b  c", "rsplit", null, 1L);
        gives(list("a", "b  c "), " a b  c ", "split", null, 1L);
        gives(list(".", ""), ".|", "split", "|");
        gives(list("a", "b", "c"), "a\nb\r\nc", "splitlines");
        gives(list("a\n", "b"), "a\nb", "splitlines", true);
        gives(tuple("k", "=", "v=w"), "k=v=w", "partition", "=");
        gives(tuple("k=v", "=", "w"), "k=v=w", "rpartition", "=");
        gives(tuple("", "", "k"), "k", "rpartition", "=");
        fails("K-RUN-007", () -> call("a", "split", ""));
    }

    @Test
    void joins() {
        gives("a-b-c", "-", "join", list("a", "b", "c"));
        gives("x, y, z", ", ", "join", "xyz");
        gives("<b>", ", ", "join", list(Markup.of("<b>")));
        SafeHtml image = () -> "<img>";
        gives("a-<img>", "-", "join", list("a", image));
        fails("K-RUN-012", () -> call("-", "join", list(1L)));
        fails("K-RUN-012", () -> call("-", "join", (Object) null));
    }

    @Test
    void replaces() {
        gives("HeLLo WorLd", "Hello World", "replace", "l", "L");
        gives("bba", "aaa", "replace", "a", "b", 2L);
        gives("$0", ".", "replace", ".", "$0");
        gives("-a-b-", "ab", "replace", "", "-");
        gives("-ab", "ab", "replace", "", "-", 1L);
    }

    @Test
    void searches() {
        gives(true, "hello", "startswith", "he");
        gives(true, "hello", "startswith", tuple("x", "h"));
        gives(true, "hello", "endswith", "lo");
        gives(false, "hello", "endswith", "lo", 0L, 3L);
        gives(4L, "Hello World", "find", "o");
        gives(-1L, "Hello World", "find", "z");
        gives(7L, "Hello World", "rfind", "o");
        gives(1L, "😀o", "find", "o");
        gives(6L, "Hello World", "index", "W");
        gives(2L, "aaaa", "count", "aa");
        gives(3L, "ab", "count", "");
        fails("K-RUN-007", () -> call("abc", "index", "z"));
        fails("K-RUN-007", () -> call("abc", "rindex", "z"));
    }

    @Test
    void asks() {
        gives(true, "12", "isdigit");
        gives(true, "²", "isdigit");
        gives(false, "²", "isdecimal");
        gives(true, "½", "isnumeric");
        gives(false, "a1", "isalpha");
        gives(true, "a1", "isalnum");
        gives(true, " ", "isspace");
        gives(true, "AB1", "isupper");
        gives(false, "Ab", "islower");
        gives(true, "Ab Cd", "istitle");
        for (String method : new String[] {"isdigit", "isalpha", "isspace", "islower", "istitle"}) {
            gives(false, "", method);
        }
    }

    @Test
    void pads() {
        gives("  a  ", "a", "center", 5L);
        gives("**a**", "a", "center", 5L, "*");
        gives("  ab ", "ab", "center", 5L);
        gives("a  ", "a", "ljust", 3L);
        gives("  a", "a", "rjust", 3L);
        gives("😀 ", "😀", "ljust", 2L);
        gives("007", "7", "zfill", 3L);
        gives("-007", "-7", "zfill", 4L);
        gives("a   b", "a\tb", "expandtabs", 4L);
        fails("K-RUN-012", () -> call("a", "center", 5L, "ab"));
    }

    @Test
    void methodsTakeNamesAndCheckArguments() {
        assertThat(callNamed("a b", "split", "sep", " ")).isEqualTo(list("a", "b"));
        fails("K-RUN-012", () -> call("a", "upper", 1L));
        fails("K-RUN-001", () -> call("a", "nosuch"));
        assertThat(call('x', "upper")).isEqualTo("X");
        assertThat(call(new StringBuilder("x"), "upper")).isEqualTo("X");
    }

    @Test
    void methodsOfTheClassStayInReach() {
        assertThat(call("abc", "length")).isEqualTo(3);
        assertThat(call("abc", "contains", "b")).isEqualTo(true);
        assertThat(call("abc", "charAt", 1L)).isEqualTo('b');
    }

    @Test
    void numbersHaveTwoMethods() {
        assertThat(call(5L, "bit_length")).isEqualTo(3L);
        assertThat(call(2.0, "is_integer")).isEqualTo(true);
    }
}
