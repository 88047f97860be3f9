package dev.kida.benchmarks.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What was measured, and the tables made of it. */
final class Results {

    /** One turn of one contender under load. */
    record Turn(double pagesPerSecond, double processorMicros, double allocatedKilobytes) {}

    private final Map<Contender, List<Turn>> turns = new EnumMap<>(Contender.class);
    private final Map<Contender, List<HttpConnection.Times>> slow = new EnumMap<>(Contender.class);

    void add(Contender contender, Turn turn) {
        turns.computeIfAbsent(contender, key -> new ArrayList<>()).add(turn);
    }

    void add(Contender contender, HttpConnection.Times times) {
        slow.computeIfAbsent(contender, key -> new ArrayList<>()).add(times);
    }

    /** One table for each stack, in Markdown. */
    String markdown(Set<Contender> contenders) {
        StringBuilder out = new StringBuilder();
        for (Stack stack : Stack.values()) {
            List<Contender> own =
                    contenders.stream().filter(c -> c.stack == stack).toList();
            if (!own.isEmpty()) {
                table(out, stack, own);
            }
        }
        return out.toString();
    }

    private void table(StringBuilder out, Stack stack, List<Contender> contenders) {
        out.append("\n### ").append(stack == Stack.NETTY ? "WebFlux on Netty" : "Spring MVC on Tomcat");
        out.append(
                "\n\n| page | CPU | of the hand-written one | allocated | pages/s | first byte | first row | end |\n");
        out.append("| --- | --: | --: | --: | --: | --: | --: | --: |\n");
        for (Contender contender : contenders) {
            List<Turn> own = turns.get(contender);
            List<HttpConnection.Times> times = slow.get(contender);
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f µs | %s | %.0f kB | %.0f | %.1f ms | %.1f ms | %.0f ms |%n",
                    contender.title,
                    median(own, Turn::processorMicros),
                    ratio(own, turns.get(contender.yardstick())),
                    median(own, Turn::allocatedKilobytes),
                    median(own, Turn::pagesPerSecond),
                    median(times, t -> t.firstByte() / 1e6),
                    median(times, t -> t.firstRow() / 1e6),
                    median(times, t -> t.end() / 1e6)));
        }
    }

    /** Pairs the turns of the same round: what else the machine does then, it does to both. */
    private static String ratio(List<Turn> own, List<Turn> yardstick) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(own.get(i).processorMicros() / yardstick.get(i).processorMicros());
        }
        double[] sorted = ratios.stream().mapToDouble(r -> r).sorted().toArray();
        return String.format(
                Locale.ROOT, "%.2f (%.2f–%.2f)", median(ratios, r -> r), sorted[0], sorted[sorted.length - 1]);
    }

    private static <T> double median(List<T> values, ToDoubleFunction<T> of) {
        double[] sorted = values.stream().mapToDouble(of).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
