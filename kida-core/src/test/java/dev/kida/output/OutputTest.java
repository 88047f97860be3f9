package dev.kida.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.value.SafeHtml;
import dev.kida.value.Undefined;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutputTest {

    private static Stream<Output> kinds() {
        return Stream.of(Output.chars(0), Output.utf8(0));
    }

    private static String escaped(Output output, @Nullable Object value) {
        output.escaped(value);
        return output.takeString();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void escapesTheFiveCharactersAndDropsNul(Output output) {
        assertThat(escaped(output, "<a href=\"x\">'&\0amp;'</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/a&gt;");
        assertThat(escaped(output, "naïve <€> 😀 & co")).isEqualTo("naïve &lt;€&gt; 😀 &amp; co");
        assertThat(escaped(output, "plain/`=\u2028")).isEqualTo("plain/`=\u2028");
        assertThat(escaped(output, "")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void printsSafeHtmlAsItIs(Output output) {
        SafeHtml safe = () -> "<b>é€</b>";

        assertThat(escaped(output, safe)).isEqualTo("<b>é€</b>");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void printsNothingForNullAndUndefined(Output output) {
        assertThat(escaped(output, null)).isEmpty();
        assertThat(escaped(output, Undefined.INSTANCE)).isEmpty();
        output.plain(null);
        output.plain(Undefined.INSTANCE);
        output.escapedText(null);
        assertThat(output.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void printsNumbersAndBooleans(Output output) {
        for (Object value : List.of(0, -7, 42, 99, 100, 1234567, Integer.MIN_VALUE, Integer.MAX_VALUE, (short) 12)) {
            assertThat(escaped(output, value)).isEqualTo(value.toString());
        }
        for (long value : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 1_000_000_000_000_000_000L, -10, 9, 10}) {
            assertThat(escaped(output, value)).isEqualTo(Long.toString(value));
        }
        assertThat(escaped(output, true) + escaped(output, false)).isEqualTo("truefalse");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void doesNotEscapeInPlainText(Output output) {
        output.plain("<é>");
        output.plain(List.of("&"));
        output.plain(1.5);

        assertThat(output.string()).isEqualTo("<é>['&']1.5");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void holdsContentBackUntilTheOutermostMarkIsReleased(Output output) {
        output.raw("a");
        int outer = output.hold();
        output.raw("b");
        int inner = output.hold();
        output.raw("c");

        assertThat(output.takeString()).isEqualTo("a");
        output.release(inner);
        assertThat(output.takeString()).isEmpty();
        output.release(outer);
        assertThat(output.takeString()).isEqualTo("bc");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void dropsWhatIsRolledBack(Output output) {
        output.raw("a");
        int outer = output.hold();
        output.raw("b");
        output.hold();
        output.raw("€");
        output.takeString();
        output.rollback(outer);
        output.raw("d");

        assertThat(output.string()).isEqualTo("d");
        assertThat(output.length()).isEqualTo(1);
    }

    @Test
    void isFullAtItsLimitUnlessHeld() {
        Output output = Output.utf8(0, 4);
        int mark = output.hold();
        output.raw("12345");

        assertThat(output.isFull()).isFalse();
        output.release(mark);
        assertThat(output.isFull()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void neverCutsASurrogatePair(Output output) {
        output.raw("a\uD83D");
        assertThat(output.takeString()).isEqualTo("a");
        output.raw("\uDE00b\uD83D");
        assertThat(output.takeBytes()).isEqualTo("😀b".getBytes(UTF_8));
        output.finish();
        assertThat(output.takeBytes()).isEqualTo("\uFFFD".getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void appendsASibling(Output output) {
        output.raw("é");
        Output latin = output.sibling();
        latin.raw("<ü>");
        Output wide = output.sibling();
        wide.raw("<€>");
        output.append(latin);
        output.append(wide);
        output.append(latin);
        Output other = output instanceof CharOutput ? Output.utf8(0) : Output.chars(0);
        other.append(output);

        assertThat(output.string()).isEqualTo("é<ü><€><ü>").isEqualTo(other.string());
    }

    @Test
    void drainsIntoAWriterWhenTheLimitIsPassedAndNothingIsHeld() {
        StringWriter sink = new StringWriter();
        Output output = Output.to(sink, 64);
        int mark = output.hold();
        output.raw("x".repeat(100));
        assertThat(sink.toString()).isEmpty();

        output.release(mark);
        assertThat(sink.toString()).hasSize(100);
        output.raw("y");
        assertThat(sink.toString()).hasSize(100);
        output.finish();
        assertThat(sink.toString()).hasSize(101).endsWith("y");
    }

    @Test
    void drainsIntoAStreamAndFlushesIt() {
        boolean[] flushed = {false};
        ByteArrayOutputStream sink = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                flushed[0] = true;
            }
        };
        Output output = Output.to(sink, 64);
        for (int i = 0; i < 50; i++) {
            output.escaped("é&");
        }
        assertThat(sink.size()).isPositive();
        output.flush();

        assertThat(sink.toString(UTF_8)).isEqualTo("é&amp;".repeat(50));
        assertThat(flushed[0]).isTrue();
    }

    @Test
    void raisesFailuresOfTheSinkUnchecked() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        Output output = Output.to(broken, 64);
        output.raw("x");

        assertThatThrownBy(output::flush)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gone");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void writesStaticText(Output output) {
        for (String text : List.of("ascii", "Grüße", "日本", "a\uD800b")) {
            output.text(new StaticText(text));
        }

        assertThat(output.takeBytes()).isEqualTo("asciiGrüße日本a\uFFFDb".getBytes(UTF_8));
        assertThat(new StaticText("Grüße").latin1()).hasSize(5);
        assertThat(new StaticText("日本").latin1()).isNull();
    }
}
