package dev.kida.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Runs every {@code *.jsonl} of a directory: {@code DIR [--out FILE]}. The last line printed sums up; the file gets each
 * failure with what was expected and what came out. Whatever a case does, the next one runs.
 */
public final class ConformanceMain {

    private static final long SECONDS_PER_CASE = 10;

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger("dev.kida");

    private final CaseRunner runner = new CaseRunner(Deviations.load());
    private final PrintStream out;
    private final PrintStream failures;
    private int passed;
    private int failed;
    private int skipped;

    ConformanceMain(PrintStream out, PrintStream failures) {
        this.out = out;
        this.failures = failures;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 && !(arguments.length == 3 && arguments[1].equals("--out"))) {
            System.err.println("usage: conformance DIR [--out FILE]");
            System.exit(2);
        }
        Path directory = Path.of(arguments[0]);
        if (!Files.isDirectory(directory)) {
            System.err.println("conformance: not a directory: " + directory);
            System.exit(2);
        }
        LOG.setLevel(Level.OFF); // the warnings about the templates of the cases are no news
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (PrintStream failures =
                arguments.length == 3 ? new PrintStream(arguments[2], StandardCharsets.UTF_8) : nowhere) {
            new ConformanceMain(System.out, failures).run(directory);
        }
        System.exit(0); // a case that hangs must not keep the program alive
    }

    void run(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(directory)) {
            files = listed.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            int before = passed;
            int failedBefore = failed;
            runFile(file);
            out.printf("%-32s %4d passed %4d failed%n", file.getFileName(), passed - before, failed - failedBefore);
        }
        out.printf("conformance: %d passed, %d failed, %d skipped%n", passed, failed, skipped);
    }

    private void runFile(Path file) {
        String[] lines;
        try {
            lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n");
        } catch (IOException e) {
            report(file.toString(), Verdict.failed("a readable file", e.toString()));
            return;
        }
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                runLine(file.getFileName() + ":" + (i + 1), lines[i]);
            }
        }
    }

    private void runLine(String place, String line) {
        String name = place;
        Verdict verdict;
        try {
            ConformanceCase testCase = ConformanceCase.parse(line);
            name = testCase.id() + " (" + place + ")";
            verdict = CaseRunner.within(SECONDS_PER_CASE, () -> runner.run(testCase));
        } catch (RuntimeException | StackOverflowError e) {
            verdict = Verdict.failed("a well-formed case", e.toString());
        }
        report(name, verdict);
    }

    private void report(String name, Verdict verdict) {
        switch (verdict.status()) {
            case PASSED -> passed++;
            case SKIPPED -> skipped++;
            case FAILED -> {
                failed++;
                failures.println(name);
                failures.println("  expected: " + verdict.expected());
                failures.println("  got:      " + verdict.got());
            }
        }
    }
}
