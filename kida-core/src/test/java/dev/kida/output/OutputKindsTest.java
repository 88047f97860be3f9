package dev.kida.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.value.Text;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Both kinds of output, and the draining ones, are the same text whatever is done to them. */
class OutputKindsTest {

    private static final String[] PIECES = {
        "",
        "plain",
        "<b>",
        "a & b",
        "\0",
        "é",
        "\u007F\u0080\u00FF",
        "€",
        "\uD83D",
        "\uDE00",
        "😀",
        "\"'",
        "日本",
        "x\uD83D",
        "\uDE00<",
        "\uFFFF",
        "a long text without anything that would need a closer look, to make the buffers grow"
    };

    @RepeatedTest(300)
    void agree(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        List<Output> outputs = new ArrayList<>();
        outputs.add(Output.chars(0));
        outputs.add(Output.utf8(0));
        StringBuilder characters = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        outputs.add(Output.to(characters, 1));
        outputs.add(Output.to(bytes, 1));
        Output taken = Output.utf8(0);
        outputs.add(taken);
        ByteArrayOutputStream takings = new ByteArrayOutputStream();
        write(outputs, random, 0, () -> takings.writeBytes(taken.takeBytes()));
        outputs.forEach(Output::finish);
        takings.writeBytes(taken.takeBytes());

        String expected = new String(Utf8.encode(outputs.get(0).string()), UTF_8);
        assertThat(outputs.get(1).string()).isEqualTo(expected);
        assertThat(outputs.get(1).takeBytes()).isEqualTo(expected.getBytes(UTF_8));
        assertThat(new String(Utf8.encode(characters.toString()), UTF_8)).isEqualTo(expected);
        assertThat(bytes.toString(UTF_8)).isEqualTo(expected);
        assertThat(takings.toString(UTF_8)).isEqualTo(expected);
    }

    @Test
    void writesNumbersAsJavaDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            double scale = Math.pow(10, random.nextInt(8));
            double number =
                    (random.nextBoolean() ? 1 : -1) * Math.floor(random.nextInt() * random.nextDouble()) / scale;
            long whole = random.nextLong() >> random.nextInt(64);
            Output out = Output.utf8(0);
            out.number(number);
            out.raw(" ");
            out.number(whole);
            String written = out.string().substring(0, out.length());
            double read = Double.parseDouble(written.substring(0, written.indexOf(' ')));
            assertThat(read).isEqualTo(number);
            assertThat(written).hasSizeLessThanOrEqualTo((Text.of(number) + " " + whole).length());
            assertThat(written).endsWith(" " + whole);
        }
    }

    private static void write(List<Output> outputs, Random random, int depth, Runnable take) {
        for (int i = random.nextInt(12); i >= 0; i--) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            switch (random.nextInt(depth < 4 ? 10 : 8)) {
                case 0 -> outputs.forEach(o -> o.raw(piece));
                case 1 -> outputs.forEach(o -> o.escaped(piece));
                case 2 -> outputs.forEach(o -> o.plain(piece));
                case 3 -> take.run();
                case 4 -> {
                    long number = random.nextLong() >> random.nextInt(64);
                    outputs.forEach(o -> o.escaped(number));
                }
                case 5 -> {
                    double number = random.nextInt(100_000) / 100.0;
                    outputs.forEach(o -> o.escaped(number));
                }
                case 6 -> sibling(outputs, new Random(random.nextLong()), depth);
                case 7 -> outputs.forEach(Output::flush);
                default -> held(outputs, random, depth, take);
            }
        }
    }

    private static void sibling(List<Output> outputs, Random random, int depth) {
        List<Output> siblings = outputs.stream().map(Output::sibling).toList();
        if (depth < 4) {
            write(siblings, random, 4, () -> {});
        }
        for (int i = 0; i < outputs.size(); i++) {
            outputs.get(i).append(siblings.get(i));
        }
    }

    private static void held(List<Output> outputs, Random random, int depth, Runnable take) {
        int[] marks = outputs.stream().mapToInt(Output::hold).toArray();
        write(outputs, random, depth + 1, take);
        boolean keep = random.nextBoolean();
        for (int i = 0; i < marks.length; i++) {
            if (keep) {
                outputs.get(i).release(marks[i]);
            } else {
                outputs.get(i).rollback(marks[i]);
            }
        }
    }

    @Test
    void shortDecimalsAreTheShortestDigits() {
        Random random = new Random(1);
        byte[] buffer = new byte[Digits.ROOM];
        for (int i = 0; i < 500_000; i++) {
            double value = (random.nextInt(2_000_000_000) - 1_000_000_000) / Math.pow(10, random.nextInt(9));
            int end = Digits.putDecimal(buffer, 0, value);
            if (end > 0) {
                String text = new String(buffer, 0, end, UTF_8);
                assertThat(Double.parseDouble(text)).isEqualTo(value);
                assertThat(new BigDecimal(text)).isEqualByComparingTo(new BigDecimal(Double.toString(value)));
                assertThat(text).matches("-?\\d+\\.(\\d|\\d*[1-9])");
            }
        }
    }
}
