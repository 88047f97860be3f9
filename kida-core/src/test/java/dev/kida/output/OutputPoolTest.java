package dev.kida.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputPoolTest {

    private final OutputPool pool = new OutputPool();

    @Test
    void givesAnEmptyOutputAgain() {
        Output first = pool.chars(16);
        first.bound(3);
        first.hold();
        first.raw("secret \u20ac");
        pool.giveBack(first);
        Output second = pool.chars(16);
        second.raw("ok, longer than the bound");

        assertThat(second).isSameAs(first);
        assertThat(second.string()).isEqualTo("ok, longer than the bound");
        assertThat(second.isOver()).isFalse();
    }

    @Test
    void neverGivesOneOutputTwice() {
        Output outer = pool.utf8(16);
        Output inner = pool.utf8(16);

        assertThat(inner).isNotSameAs(outer);
    }

    @Test
    void writesToTheSinkItIsGiven() {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        write(first, "first");
        write(second, "second");

        assertThat(first.toString(StandardCharsets.UTF_8)).isEqualTo("first");
        assertThat(second.toString(StandardCharsets.UTF_8)).isEqualTo("second");
    }

    private void write(ByteArrayOutputStream sink, String text) {
        Output out = pool.to(sink, 1024);
        out.raw(text);
        out.finish();
        pool.giveBack(out);
    }
}
