package dev.kida.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
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
    void givesTheInnerOneAgainWhateverComesBackFirst() {
        Output outer = pool.chars(16);
        Output inner = pool.chars(16);
        pool.giveBack(inner);
        outer.raw("still written");
        pool.giveBack(outer);

        assertThat(pool.chars(16)).isSameAs(inner).isNotSameAs(outer);
        assertThat(outer.isEmpty()).isTrue();
    }

    @Test
    void givesAnotherOneInsteadOfOneThatNeverCameBack() {
        Output failed = pool.utf8(16);
        failed.raw("half of a page");
        Output next = pool.utf8(16);
        pool.giveBack(next);

        assertThat(next).isNotSameAs(failed);
        assertThat(pool.utf8(16)).isSameAs(next);
    }

    @Test
    void forgetsAnOutputWhosePageFailed() {
        assertThat(isCollected(forgotten(pool.chars(16)))).isTrue();
        assertThat(isCollected(forgotten(pool.utf8(16)))).isTrue();
    }

    private WeakReference<Output> forgotten(Output output) {
        pool.forget(output);
        return new WeakReference<>(output);
    }

    @Test
    void keepsNoLargeOne() {
        Output large = pool.chars(1 << 20);
        pool.giveBack(large);

        assertThat(pool.chars(16).capacity()).isLessThan(large.capacity());
    }

    @Test
    void forgetsASinkWhosePageFailed() {
        assertThat(isCollected(failed())).isTrue();
    }

    private WeakReference<OutputStream> failed() {
        OutputStream sink = new ByteArrayOutputStream();
        pool.to(sink, 1024).raw("half of a page");
        return new WeakReference<>(sink);
    }

    private static boolean isCollected(WeakReference<?> reference) {
        for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
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
