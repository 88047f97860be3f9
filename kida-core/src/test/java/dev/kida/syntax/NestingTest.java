package dev.kida.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.error.ErrorCode;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deep templates are read, deeper ones are errors; neither overflows a small stack. */
class NestingTest {

    private static final int SMALL_STACK = 1024 * 1024; // what a thread gets by default

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource(delimiter = '»', quoteCharacter = '`', textBlock = """
            (             » `)`
            [             » `]`
            {1:           » ` }`
            f(            » `)`
            1 + (         » `)`
            a[            » `]`
            -             » ``
            `not `        » ``
            `await `      » ``
            2 **          » ``
            1..           » ``
            `1 if 1 else ` » ``
            a ??          » ``
            1 ~           » ``
            ``            » `.a`
            ``            » ` | f`
            ``            » ` and 1`
            """)
    void expressions(String before, String after) throws InterruptedException {
        assertThat(code(before, 195, after)).isNull();
        assertThat(code(before, 20_000, after)).isIn(ErrorCode.K_PAR_003, ErrorCode.K_PAR_004, ErrorCode.K_LEX_004);
    }

    private static ErrorCode code(String before, int times, String after) throws InterruptedException {
        return onSmallStack("{{ " + before.repeat(times) + "x" + after.repeat(times) + " }}");
    }

    @ParameterizedTest
    @CsvSource({
        "{% if x %}",
        "{% for x in y %}",
        "{% block x %}",
        "{% def x() %}",
        "{% match x %}{% case 1 %}",
        "{% call x() %}{% slot a %}{% call x() %}"
    })
    void blocks(String open) throws InterruptedException {
        int levels = open.split("%}").length == 3 ? 3 : 1;

        assertThat(onSmallStack(open.repeat(200 / levels) + "{% end %}".repeat(200 / levels * levels)))
                .isNull();
        assertThat(onSmallStack(open.repeat(5000))).isEqualTo(ErrorCode.K_PAR_002);
    }

    private static ErrorCode onSmallStack(String template) throws InterruptedException {
        AtomicReference<ErrorCode> code = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> code.set(Tree.code(template)), "small", SMALL_STACK);
        thread.setUncaughtExceptionHandler((ignored, error) -> failure.set(error));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
        return code.get();
    }
}
