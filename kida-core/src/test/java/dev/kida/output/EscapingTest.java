package dev.kida.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long texts are escaped in pieces; what is at the border of two pieces is escaped as what is inside. */
class EscapingTest {

    private static final String[] LETTERS = {"a", " ", "&", "<", "\"", "'", "é", "ÿ", "\u0100", "中", "😀", "\u0000"};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 8, 10, 12})
    void escapesTextsOfAnyLengthAndScript(int letters) {
        Random random = new Random(letters);
        for (int round = 0; round < 300; round++) {
            String text = text(random, 2 * Output.WINDOW + round / 30, letters);
            Output chars = Output.chars(16);
            Output bytes = Output.utf8(16);

            chars.escapedText(text);
            bytes.escapedText(text);
            bytes.finish();

            assertThat(chars.string()).isEqualTo(escaped(text));
            assertThat(new String(bytes.takeBytes(), StandardCharsets.UTF_8)).isEqualTo(escaped(text));
        }
    }

    private static String text(Random random, int length, int letters) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(random.nextInt(20) == 0 ? LETTERS[random.nextInt(letters)] : "x");
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("\u0000", "");
    }
}
