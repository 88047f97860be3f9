package dev.kida.benchmarks.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How to run.
 *
 * @param contenders those to measure; the hand-written page of each stack is always among them
 * @param forks JVMs per contender, one after the other
 * @param warmUp pages asked of each before anything is measured
 * @param rounds in each of which every contender has its turn
 * @param turn pages of a turn
 * @param longest when a warm-up or a turn ends, however many pages have come
 * @param slowPages how many slow pages to time
 * @param record whether each server writes a flight recording
 */
record Settings(
        Set<Contender> contenders,
        String javaHome,
        int connections,
        int forks,
        int warmUp,
        int rounds,
        int turn,
        Duration longest,
        int slowPages,
        boolean record) {

    static final String USAGE = """
            bin/http-benchmarks [--quick] [--only NAME,NAME] [--java HOME] [--forks N] [--connections N] [--record]
              --quick        one JVM each and short turns, about three minutes on a quiet machine
              --only         some contenders: %s
              --java         the JDK of the servers
              --forks        JVMs per contender, one after the other (3; quick: 1)
              --connections  how many clients ask at once (8)
              --record       each server leaves a flight recording, http-NAME.jfr, where it was started
            """.formatted(Arrays.toString(Contender.values()));

    static Settings of(String[] args) {
        boolean quick = false;
        boolean record = false;
        Set<Contender> contenders = EnumSet.allOf(Contender.class);
        String java = System.getProperty("java.home");
        int connections = 8;
        int forks = 0;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--quick" -> quick = true;
                case "--record" -> record = true;
                case "--only" -> contenders = contenders(args[++i]);
                case "--java" -> java = args[++i];
                case "--forks" -> forks = Integer.parseInt(args[++i]);
                case "--connections" -> connections = Integer.parseInt(args[++i]);
                default -> throw new IllegalArgumentException(args[i]);
            }
        }
        return quick
                ? new Settings(contenders, java, connections, Math.max(1, forks), 4_000, 5, 400, seconds(10), 5, record)
                : new Settings(
                        contenders,
                        java,
                        connections,
                        forks > 0 ? forks : 3,
                        150_000, // the JIT is busy with Reactor and Spring until then
                        7,
                        6_000,
                        seconds(60),
                        15,
                        record);
    }

    private static Set<Contender> contenders(String names) {
        Set<Contender> chosen = EnumSet.noneOf(Contender.class);
        for (String name : names.split(",")) {
            Contender contender = Contender.of(name);
            chosen.add(contender);
            chosen.add(contender.yardstick());
        }
        return chosen;
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    /** Arguments for the JVM of a server. */
    List<String> jvmArguments(Contender contender) {
        List<String> arguments = new ArrayList<>();
        if (record) {
            arguments.add("-XX:+UnlockDiagnosticVMOptions");
            arguments.add("-XX:+DebugNonSafepoints");
            arguments.add(
                    "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=http-" + contender + ".jfr");
        }
        return arguments;
    }
}
