package dev.kida.fuzz;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every input is a template or has a syntax error with a place, and what compiles runs. A run takes few inputs, the same
 * each time; {@code -Dkida.fuzz.runs=1000000 -Dkida.fuzz.seed=1} takes others, as many as wanted.
 */
class FuzzTest {

    private static final int RUNS = Integer.getInteger("kida.fuzz.runs", 1500);
    private static final long SEED = Long.getLong("kida.fuzz.seed", 20240229L);
    private static final long PATIENCE = 60_000;

    /** Of the size that threads of web servers have. */
    private static final long STACK = 1L << 20;

    private static final Logger LOG = Logger.getLogger("dev.kida");

    private final Oracle oracle = new Oracle();

    @BeforeAll
    static void keepWarningsOut() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void letWarningsIn() {
        LOG.setLevel(null);
    }

    @Test
    void randomTemplatesCompileOrHaveASyntaxError() throws Exception {
        Random random = new Random(SEED);
        TemplateGrammar grammar = new TemplateGrammar(random);
        List<String> corpus = Corpus.templates();
        corpus.addAll(Stream.generate(grammar::template).limit(300).toList());
        Mutations mutations = new Mutations(random, corpus);
        for (int i = 0; i < RUNS; i++) {
            String source =
                    switch (i % 4) {
                        case 0, 1 -> grammar.template();
                        case 2 -> mutations.mutate(grammar.template());
                        default -> mutations.mutate(corpus.get(random.nextInt(corpus.size())));
                    };
            check(source, "input " + i);
        }
    }

    /** Inputs that were treated wrongly once, and the ends of what is possible. */
    @ParameterizedTest
    @MethodSource("dev.kida.fuzz.KnownInputs#all")
    void whatWasWrongOnceStaysRight(String source) throws Exception {
        check(source, "known input");
    }

    private void check(String source, String what) throws Exception {
        AtomicReference<Throwable> wrong = new AtomicReference<>();
        Thread worker = new Thread(null, () -> wrong.set(oracle.check(source)), "fuzz", STACK);
        worker.setDaemon(true);
        worker.start();
        worker.join(PATIENCE);
        if (worker.isAlive()) {
            StackTraceElement[] trace = worker.getStackTrace();
            fail(what + " hangs: " + literal(source) + " at " + List.of(trace).subList(0, Math.min(12, trace.length)));
        }
        if (wrong.get() != null) {
            fail(what + ": " + literal(source), wrong.get());
        }
    }

    private static String literal(String source) {
        StringBuilder out = new StringBuilder("\"");
        source.chars()
                .forEach(c -> out.append(
                        c >= ' ' && c < 127 && c != '"' && c != '\\'
                                ? String.valueOf((char) c)
                                : "\\u%04x".formatted(c)));
        return out.append('"').toString();
    }
}
