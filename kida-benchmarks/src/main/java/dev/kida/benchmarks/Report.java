package dev.kida.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Renders the table of docs/performance.md. In each round every engine has one JVM for a page, one after the other, and
 * is compared with the hand-written page of the same round, so that a change of the machine's mood meets all of them. The
 * JVMs compile in the foreground: how far a page is compiled when the clock starts must not depend on what else the machine
 * does.
 *
 * <p>Arguments: {@code --rounds n}, {@code --pages A,B}, {@code --engines A,B}, {@code --forms text,bytes,sink},
 * {@code --threads 1,2}, {@code --millis n} for one measured or warm-up iteration.
 */
public final class Report {

    private static final String HAND = "HAND";
    private static final int JDK_THAT_WARNS = 24;

    private int rounds = 3;
    private int millis = 1000;
    private List<String> pages = List.of("TINY", "STOCKS", "MEDIUM", "LARGE", "DEEP");
    private List<String> engines = List.of(HAND, "KIDA", "JSTACHIO", "JTE", "ROCKER");
    private List<String> forms = List.of("text", "bytes");
    private List<String> threads = List.of("1");

    private record Measured(double time, double bytes) {}

    private Report() {}

    public static void main(String[] arguments) throws RunnerException {
        Report report = new Report();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            report.set(arguments[i], arguments[i + 1]);
        }
        report.run();
    }

    private void set(String option, String value) {
        List<String> values = Arrays.asList(value.split(",", -1));
        switch (option) {
            case "--rounds" -> rounds = Integer.parseInt(value);
            case "--millis" -> millis = Integer.parseInt(value);
            case "--pages" -> pages = values;
            case "--engines" -> engines = withYardstick(values);
            case "--forms" -> forms = values;
            case "--threads" -> threads = values;
            default -> throw new IllegalArgumentException(option);
        }
    }

    private void run() throws RunnerException {
        for (String form : forms) {
            for (String count : threads) {
                table(form, Integer.parseInt(count));
            }
        }
    }

    private void table(String form, int threadCount) throws RunnerException {
        System.out.printf(
                "%n### %s, %d thread(s), JDK %s: speed as a ratio to %s (least–most of %d rounds), bytes allocated%n%n",
                form, threadCount, System.getProperty("java.version"), HAND, rounds);
        System.out.println("| engine | " + String.join(" | ", pages).toLowerCase(Locale.ROOT) + " |");
        System.out.println("| --- |" + " --- |".repeat(pages.size()));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String page : pages) {
            Map<String, List<Measured>> measured = new LinkedHashMap<>();
            for (int round = 0; round < rounds; round++) {
                for (String engine : engines) {
                    measured.computeIfAbsent(engine, key -> new ArrayList<>())
                            .add(measure(form, threadCount, page, engine));
                }
            }
            List<Measured> hand = measured.getOrDefault(HAND, List.of());
            measured.forEach((engine, all) ->
                    rows.computeIfAbsent(engine, key -> new ArrayList<>()).add(cell(hand, all)));
        }
        rows.forEach((engine, cells) -> System.out.println("| " + engine + " | " + String.join(" | ", cells) + " |"));
    }

    private static String cell(List<Measured> hand, List<Measured> all) {
        double[] ratios = new double[all.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = hand.isEmpty()
                    ? Double.NaN
                    : hand.get(i).time() / all.get(i).time();
        }
        Arrays.sort(ratios);
        Measured last = all.get(all.size() - 1);
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f–%.2f) %.2f µs %,.0f B",
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1],
                last.time(),
                last.bytes());
    }

    /** The hand-written page, which all ratios are to, comes first in every round. */
    private static List<String> withYardstick(List<String> engines) {
        List<String> all = new ArrayList<>(engines);
        all.remove(HAND);
        all.add(0, HAND);
        return all;
    }

    /** Newer JVMs warn of what JMH does in each fork, which would stand between the rows of the tables. */
    private static String[] jvmArguments() {
        return Runtime.version().feature() < JDK_THAT_WARNS
                ? new String[] {"-Xbatch"}
                : new String[] {"-Xbatch", "--sun-misc-unsafe-memory-access=allow"};
    }

    private Measured measure(String form, int threadCount, String page, String engine) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\.RenderBenchmark\\." + form + "$")
                        .param("page", page)
                        .param("engine", engine)
                        .forks(1)
                        .jvmArgsAppend(jvmArguments())
                        .threads(threadCount)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(millis))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.milliseconds(millis))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        RunResult result = results.iterator().next();
        double bytes = result.getSecondaryResults().entrySet().stream()
                .filter(each -> each.getKey().endsWith("gc.alloc.rate.norm"))
                .map(Map.Entry::getValue)
                .mapToDouble(Result::getScore)
                .findFirst()
                .orElse(Double.NaN);
        return new Measured(result.getPrimaryResult().getScore(), bytes);
    }
}
