package dev.kida.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceMainTest {

    private static final String CASES = """
            {"id": "x/good", "templates": {"main.html": "{{ n }}"}, "context": {"n": 1}, "expect": {"output": "1"}}
            {"id": "x/bad", "templates": {"main.html": "{{ n }}"}, "context": {"n": 1}, "expect": {"output": "2"}}
            {"id": "x/missing", "templates": {}, "expect": {"error": {"type": "TemplateNotFoundError"}}}
            {"id": "x/host", "host": true, "templates": {"main.html": "a"}, "expect": {"output": "<object at 0x1>"}}
            {"id": "x/true", "host": true, "templates": {"main.html": "{{ 1 < 2 }}"}, "expect": {"output": "True"}}

            not JSON
            {"id": "x/half
            [1, 2]
            {"id": "x/without-expectation", "templates": {"main.html": "a"}}
            {"id": "x/tag", "templates": {"main.html": "a"}, "context": {"n": {"$new": 1}}, "expect": {"output": "a"}}
            {"id": "x/mode", "templates": {"main.html": "a"}, "mode": "new", "expect": {"output": "a"}}
            """;

    @TempDir
    Path directory;

    @Test
    void countsEveryLineWhateverIsWrongWithIt() throws IOException {
        Files.writeString(directory.resolve("x.jsonl"), CASES);
        Files.writeString(directory.resolve("notes.txt"), "no cases");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream failures = new ByteArrayOutputStream();

        new ConformanceMain(new PrintStream(out, true), new PrintStream(failures, true)).run(directory);

        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("conformance: 3 passed, 7 failed, 1 skipped\n");
        assertThat(failures.toString(StandardCharsets.UTF_8))
                .contains("x/bad (x.jsonl:2)\n  expected: output \"2\"\n  got:      output \"1\"\n")
                .contains("x.jsonl:7\n", "x/tag", "x/mode")
                .doesNotContain("x/good");
    }
}
