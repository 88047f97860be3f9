package dev.kida.builtin;

import static dev.kida.builtin.Use.filter;
import static dev.kida.builtin.Use.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import dev.kida.value.Markup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFiltersTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "capitalize,hELLO wORLD,Hello world",
                "capitalize,élan,Élan",
                "capitalize,ßa,Ssa",
                "lower,ÀÉÎ Ω,àéî ω",
                "upper,straße,STRASSE",
                "title,it's o'neil x2y,It'S O'Neil X2Y",
                "title,HELLO world-foo bar_baz 3rd,Hello World-Foo Bar_Baz 3Rd",
                "slug,Hello World!,hello-world",
                "slug,Ünï cödé,n-c-d",
                "slug,\"  --Multiple   Spaces__and--dashes  \",multiple-spaces-and-dashes",
                "striptags,<p>Hi <b>x</b></p> a < b > c,Hi x a  c",
                "striptags,a < b,a < b",
                "striptags,<br/>x<!-- c -->y<a href='>'>z</a>,xy'>z",
                "urlencode,a b/c?d=é,a%20b%2Fc%3Fd%3D%C3%A9",
                "urlencode,A-Z_a.z~0,A-Z_a.z~0",
            })
    void changesText(String name, String text, String expected) {
        assertThat(filter(name, text)).isEqualTo(expected);
    }

    @Test
    void nullIsEmptyText() {
        for (String name : List.of("upper", "title", "slug", "trim", "string", "indent", "striptags")) {
            assertThat(filter(name, null)).as(name).isEqualTo("");
        }
    }

    @Test
    void resultIsNeverSafe() {
        assertThat(filter("upper", Markup.of("<b>"))).isEqualTo("<B>");
        assertThat(filter("string", Markup.of("<b>"))).isEqualTo("<b>");
    }

    @Test
    void trimsAllUnicodeSpacesOrASetOfCharacters() {
        assertThat(filter("trim", "\u00a0\u2003\u001c a \u0085\n")).isEqualTo("a");
        assertThat(filter("strip", "abcba", "ab")).isEqualTo("c");
        assertThat(filter("trim", "-a-", named("chars", "-"))).isEqualTo("a");
    }

    @Test
    void replacesFromTheLeft() {
        assertThat(filter("replace", "aaaa", "a", "b", 2L)).isEqualTo("bbaa");
        assertThat(filter("replace", "aaa", "a", "b", "2")).isEqualTo("bba");
        assertThat(filter("replace", "abc", "", "-")).isEqualTo("-a-b-c-");
        assertThat(filter("replace", "abc", "", "-", 2L)).isEqualTo("-a-bc");
        assertThat(filter("replace", "aa", "a", "b", null)).isEqualTo("bb");
        assertThat(filter("replace", "a.b", ".", "-", 0L)).isEqualTo("a.b");
        assertThatThrownBy(() -> filter("replace", "a", "a", "b", "many")).satisfies(code(ErrorCode.K_RUN_007));
    }

    @Test
    void truncatesAtAWordAndNeverExceedsTheLength() {
        String text = "hello world foo";
        assertThat(filter("truncate", text, 11L)).isEqualTo("hello...");
        assertThat(filter("truncate", text, 11L, true)).isEqualTo("hello wo...");
        assertThat(filter("truncate", text, 3L)).isEqualTo("...");
        assertThat(filter("truncate", text, 2L)).isEqualTo("..");
        assertThat(filter("truncate", text, 4L)).isEqualTo("h...");
        assertThat(filter("truncate", text, 0L)).isEqualTo("");
        assertThat(filter("truncate", text, 11L, named("end", "…"))).isEqualTo("hello…");
        assertThat(filter("truncate", "abcdefghijk", 8L)).isEqualTo("abcde...");
        assertThat(filter("truncate", "😀😀😀😀😀", 4L, true, "")).isEqualTo("😀😀😀😀");
    }

    @Test
    void integerArgumentsMustBeIntegers() {
        assertThatThrownBy(() -> filter("truncate", "abc", "3")).satisfies(code(ErrorCode.K_RUN_012));
        assertThat(filter("truncate", "abcdef", 3)).isEqualTo("...");
    }

    @Test
    void centersWithTheOddSpaceByTheWidth() {
        assertThat(filter("center", "ab", 5L)).isEqualTo("  ab ");
        assertThat(filter("center", "abc", 6L)).isEqualTo(" abc  ");
        assertThat(filter("center", "a", 4L)).isEqualTo(" a  ");
        assertThat(filter("center", "long text", 3L)).isEqualTo("long text");
    }

    @Test
    void indentsAllLinesButTheFirst() {
        assertThat(filter("indent", "a\nb\n\nc")).isEqualTo("a\n    b\n    \n    c");
        assertThat(filter("indent", "a\n\nb\n", 2L)).isEqualTo("a\n  \n  b\n");
        assertThat(filter("indent", "a\r\nb", 1L, true)).isEqualTo(" a\r\n b");
        assertThat(filter("indent", "")).isEqualTo("");
    }

    @Test
    void wrapsWordsGreedily() {
        assertThat(filter("wordwrap", "aaa bbb ccc ddd", 7L)).isEqualTo("aaa bbb\nccc ddd");
        assertThat(filter("wordwrap", "abcdefghij kl", 4L)).isEqualTo("abcd\nefgh\nij\nkl");
        assertThat(filter("wordwrap", "abcdefghij kl", 4L, false)).isEqualTo("abcdefghij\nkl");
        assertThat(filter("wordwrap", "a\nb\n\nc   d", 20L)).isEqualTo("a b  c   d");
        assertThat(filter("wordwrap", "well-known fact", 6L)).isEqualTo("well-\nknown\nfact");
        assertThat(filter("wordwrap", "over foo--bar", 10L)).isEqualTo("over foo--\nbar");
        assertThat(filter("wordwrap", "a b--option x--", 4L)).isEqualTo("a b\n--op\ntion\nx--");
        assertThat(filter("wordwrap", "2020-01-02 a-b-c", 7L)).isEqualTo("2020-\n01-02\na-b-c");
        assertThat(filter("wordwrap", "")).isEqualTo("");
        assertThatThrownBy(() -> filter("wordwrap", "a", 0L)).satisfies(code(ErrorCode.K_RUN_007));
    }

    @Test
    void countsWords() {
        assertThat(filter("wordcount", " a  b\nc ")).isEqualTo(3L);
        assertThat(filter("wordcount", null)).isEqualTo(0L);
    }

    @Test
    void encodesAMapAsAQuery() {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("q", "a b");
        query.put("n", 1L);
        assertThat(filter("urlencode", query)).isEqualTo("q=a%20b&n=1");
        assertThat(filter("urlencode", "a\uD83D-\uDE00\uD83D\uDE00\uD83D"))
                .isEqualTo("a%EF%BF%BD-%EF%BF%BD%F0%9F%98%80%EF%BF%BD");
    }

    @Test
    void formatsWithBraces() {
        assertThat(filter("format", "{} {}", "a", 1L)).isEqualTo("a 1");
        assertThat(filter("format", "{x:>5}|", named("x", 3L))).isEqualTo("    3|");
        assertThat(filter("format", "{:.2f}", 3.14159)).isEqualTo("3.14");
        assertThat(filter("format", "{:,}", 1234567L)).isEqualTo("1,234,567");
        assertThat(filter("format", "{:05}|{:05}", "a", -3L)).isEqualTo("a0000|-0003");
        assertThatThrownBy(() -> filter("format", "{:+}", "a")).satisfies(code(ErrorCode.K_RUN_007));
        assertThatThrownBy(() -> filter("format", "{:=5}", "a")).satisfies(code(ErrorCode.K_RUN_007));
        assertThat(filter("format", "{{}}")).isEqualTo("{}");
        assertThat(filter("format", "50% off", "a")).isEqualTo("50% off");
        assertThatThrownBy(() -> filter("format", "%s", "a")).satisfies(code(ErrorCode.K_RUN_007));
        assertThatThrownBy(() -> filter("format", "{} {}", "a")).satisfies(code(ErrorCode.K_RUN_007));
        assertThatThrownBy(() -> filter("format", "{x}", "a")).satisfies(code(ErrorCode.K_RUN_009));
    }

    @Test
    void picksThePluralSuffix() {
        assertThat(filter("pluralize", 1L)).isEqualTo("");
        assertThat(filter("pluralize", 0L)).isEqualTo("s");
        assertThat(filter("pluralize", 1L, "y,ies")).isEqualTo("y");
        assertThat(filter("pluralize", 2L, "y, ies")).isEqualTo("ies");
        assertThat(filter("pluralize", true, "one,many")).isEqualTo("one");
        assertThat(filter("pluralize", "1", "y,ies")).isEqualTo("y");
        assertThat(filter("pluralize", 1.9, "a,b")).isEqualTo("a");
        assertThat(filter("pluralize", null, "y,ies")).isEqualTo("ies");
        assertThatThrownBy(() -> filter("pluralize", "many")).satisfies(code(ErrorCode.K_RUN_007));
    }

    static java.util.function.Consumer<Throwable> code(ErrorCode expected) {
        return error -> assertThat(((TemplateException) error).getCode()).isEqualTo(expected);
    }
}
