package dev.kida.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Runs a case in its mode, and a successful one in the other modes too, and compares what comes out. */
final class CaseRunner {

    private static final Pattern STACK_TAG = Pattern.compile("\\bstack\\b");
    private static final Pattern ASYNC_TAG = Pattern.compile("\\b(await|async)\\b");

    private final Deviations deviations;

    CaseRunner(Deviations deviations) {
        this.deviations = deviations;
    }

    Verdict run(ConformanceCase testCase) {
        try {
            return verdict(testCase);
        } catch (RuntimeException e) { // a case that is not in the form of cases
            return Verdict.failed("a well-formed case", e.toString());
        }
    }

    private Verdict verdict(ConformanceCase testCase) {
        List<Expectation> accepted = accepted(testCase);
        Outcome outcome = Mode.run(testCase, testCase.mode(), Variant.PLAIN);
        for (Expectation expectation : accepted) {
            if (expectation.accepts(outcome)) {
                String late = expectation.late(outcome.flushed());
                return late == null ? otherModes(testCase, expectation) : Verdict.failed("output in time", late);
            }
        }
        if (testCase.isHostText()
                && outcome.failure() == null
                && accepted.get(0).isOutput()) {
            return hostText(accepted.get(0), outcome);
        }
        return Verdict.failed(texts(accepted), outcome.toString());
    }

    private List<Expectation> accepted(ConformanceCase testCase) {
        Expectation decided = deviations.decided(testCase.id());
        if (decided != null) {
            return List.of(decided);
        }
        List<Expectation> accepted = new ArrayList<>();
        accepted.add(testCase.expected());
        Expectation proposed = testCase.proposed();
        if (proposed != null) {
            accepted.add(proposed);
        }
        return accepted;
    }

    private static String texts(List<Expectation> accepted) {
        return String.join(" or ", accepted.stream().map(Expectation::toString).toList());
    }

    private static Verdict hostText(Expectation expectation, Outcome outcome) {
        if (HouseText.of(expectation.output()).contains(outcome.output())) {
            return Verdict.PASSED;
        }
        return Verdict.skipped("text of the reference's host: " + expectation + ", got " + outcome);
    }

    /** The other modes give the same text, however it is cut, or fail in the same way at the same place. */
    private static Verdict otherModes(ConformanceCase testCase, Expectation expectation) {
        for (Map.Entry<String, List<Variant>> mode : others(testCase).entrySet()) {
            if (!expectation.isOutput() && mayWait(testCase, mode.getKey())) {
                continue;
            }
            for (Variant variant : mode.getValue()) {
                Outcome outcome = Mode.run(testCase, mode.getKey(), variant);
                if (!expectation.accepts(outcome) && !mayDiffer(testCase, expectation, mode.getKey())) {
                    return Verdict.failed(
                            expectation + " [" + mode.getKey() + ", " + variant + "]", outcome.toString());
                }
            }
        }
        return Verdict.PASSED;
    }

    private static Map<String, List<Variant>> others(ConformanceCase testCase) {
        String mode = testCase.mode();
        List<Variant> streamed = List.of(Variant.EAGER, Variant.TINY_CHUNKS, Variant.LARGE_CHUNKS);
        if (mode.equals(Mode.RENDER)) {
            return Map.of(
                    Mode.BYTES, List.of(Variant.PLAIN),
                    Mode.WRITER, List.of(Variant.TINY_CHUNKS),
                    Mode.STREAM, List.of(Variant.LARGE_CHUNKS, Variant.TINY_CHUNKS),
                    Mode.ASYNC, List.of(Variant.EAGER),
                    Mode.STREAM_ASYNC, streamed,
                    Mode.CHUNKS, streamed);
        }
        if (mode.equals(Mode.STREAM)) {
            return Map.of(mode, List.of(Variant.TINY_CHUNKS), Mode.STREAM_ASYNC, streamed);
        }
        if (mode.equals(Mode.STREAM_ASYNC)) {
            return Map.of(mode, streamed, Mode.CHUNKS, streamed, Mode.ASYNC, List.of(Variant.PLAIN));
        }
        if (mode.startsWith(Mode.BLOCK)) {
            return Map.of(Mode.BLOCK_STREAM_ASYNC + mode.substring(Mode.BLOCK.length()), streamed);
        }
        return mode.startsWith(Mode.BLOCK_STREAM_ASYNC) ? Map.of(mode, streamed) : Map.of();
    }

    /** What a blocking mode refuses, because it would have to wait, may work here. */
    private static boolean mayWait(ConformanceCase testCase, String mode) {
        boolean waits = mode.equals(Mode.ASYNC)
                || mode.equals(Mode.STREAM_ASYNC)
                || mode.equals(Mode.CHUNKS)
                || mode.startsWith(Mode.BLOCK_STREAM_ASYNC);
        return waits
                && (testCase.mode().equals(Mode.RENDER)
                        || testCase.mode().equals(Mode.STREAM)
                        || testCase.mode().startsWith(Mode.BLOCK))
                && mentions(testCase, ASYNC_TAG);
    }

    /** A stack that is printed before it is filled: a stream cannot know what will be pushed. */
    private static boolean mayDiffer(ConformanceCase testCase, Expectation expectation, String mode) {
        return !mode.equals(Mode.BYTES) && !expectation.also().contains(Mode.STREAM) && mentions(testCase, STACK_TAG);
    }

    private static boolean mentions(ConformanceCase testCase, Pattern word) {
        return testCase.templates().values().stream()
                .anyMatch(source -> word.matcher(source).find());
    }

    /** Runs something on a thread of its own and gives up on it after a while. */
    static Verdict within(long seconds, Supplier<Verdict> work) {
        Verdict[] verdict = {null};
        Thread worker = new Thread(null, () -> verdict[0] = work.get(), "conformance-case", 4L << 20);
        worker.setDaemon(true);
        worker.start();
        try {
            worker.join(seconds * 1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (worker.isAlive()) {
            worker.interrupt();
            return Verdict.failed("an end", "still running after " + seconds + " s");
        }
        return verdict[0] != null ? verdict[0] : Verdict.failed("a verdict", "the thread of the case died");
    }
}
