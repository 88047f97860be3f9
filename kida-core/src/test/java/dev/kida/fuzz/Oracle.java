package dev.kida.fuzz;

import dev.kida.KidaEngine;
import dev.kida.KidaEngineBuilder;
import dev.kida.Template;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateNotFoundException;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.load.MapLoader;
import dev.kida.render.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Says what is wrong with how the engine treats a template: it compiles it or reports a syntax error with a place; a
 * template that was compiled renders, or fails with an error of the language with a place, in both shapes alike.
 */
final class Oracle {

    private static final Map<String, String> OTHERS = Map.of(
            "base",
            "<{% block bl1 %}1{% end %}{% block bl2 %}{{ a }}{% end %}>",
            "part",
            "[{{ x ?? 'no x' }}]",
            "lib",
            "{% def f(a, k=1) %}({{ a }}{% slot %}{% end %})");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<KidaEngine> engines = List.of(
            engine(builder -> builder.limits(new Limits(2000, 2000, 100_000, 50_000, PATIENCE))),
            engine(builder -> builder.limits(new Limits(2000, 0, 0, 0, PATIENCE))
                    .strictUndefined(false)
                    .autoescape(false)
                    .autoAwait(true)));

    private static KidaEngine engine(UnaryOperator<KidaEngineBuilder> options) {
        return options.apply(KidaEngine.builder().loader(new MapLoader(OTHERS)).maxCallDepth(25))
                .build();
    }

    /** The model of every render; a template may change it. */
    private static Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("a", 1);
        model.put("b", "<b>&");
        model.put("c", null);
        model.put("x", List.of(1, 2, 3));
        model.put("y", new LinkedHashMap<>(Map.of("k", 1)));
        model.put("items", new ArrayList<>(List.of(Map.of("name", "n1"), Map.of("name", "n0"))));
        model.put("user", Map.of("name", "Ada"));
        model.put("n", 2.5);
        model.put("s", "text");
        return model;
    }

    /** What is wrong, or null. */
    Throwable check(String source) {
        try {
            check(engines.get(0), source);
            if (isHarmless(source)) {
                check(engines.get(1), source);
            }
            return null;
        } catch (Throwable wrong) {
            return wrong;
        }
    }

    /** Whether a template cannot ask for enormous values, so that it may run without bounds of sizes. */
    private static boolean isHarmless(String source) {
        return !source.contains("*") && !source.matches("(?s).*(\\d{4}|\\de\\d).*");
    }

    private static void check(KidaEngine engine, String source) {
        Template template;
        try {
            template = engine.fromString(source, "fuzz.html");
        } catch (TemplateSyntaxException expected) {
            place(expected);
            return;
        }
        text(() -> template.requiredContext().toString() + template.listBlocks());
        engine.clearFragmentCache(); // what is cached is not run, and what it would bind not bound
        String collected = collected(template);
        if (!template.isAsync()) {
            engine.clearFragmentCache();
            String streamed = text(() -> joined(template));
            engine.clearFragmentCache();
            same(text(() -> template.render(model())), streamed, "render and renderStream", source);
            same(streamed, collected, "renderStream and renderAsync", source);
        }
    }

    private static void same(String one, String other, String what, String source) {
        boolean limited = one.contains("K-ASY") || other.contains("K-ASY") || one.contains("K-SEC");
        boolean differs = source.contains("random") || source.contains("shuffle") || source.contains("stack");
        if (!one.equals(other) && !limited && !differs) {
            throw new AssertionError(what + " differ: " + one + " | " + other);
        }
    }

    private static String joined(Template template) {
        StringBuilder page = new StringBuilder();
        template.renderStream(model()).forEachRemaining(page::append);
        return page.toString();
    }

    private static String collected(Template template) {
        Map<String, Object> model = model();
        if (template.isAsync()) {
            model.put("a", Mono.just(1));
            model.put("items", Flux.just(1, 2, 3));
        }
        return text(() -> template.renderAsync(model).toCompletableFuture().get(60, TimeUnit.SECONDS));
    }

    private interface Render {
        String run() throws Exception;
    }

    private static String text(Render render) {
        try {
            return render.run();
        } catch (Exception problem) {
            boolean wrapped = problem instanceof ExecutionException || problem instanceof CompletionException;
            Throwable failure = wrapped ? problem.getCause() : problem;
            if (!(failure instanceof TemplateException expected)) {
                throw new AssertionError("not an error of a template: " + failure, failure);
            }
            place(expected);
            return expected.getCode().code() + " in line " + expected.getLine();
        }
    }

    private static void place(TemplateException problem) {
        if (problem instanceof TemplateNotFoundException) {
            return; // a parent that is looked for from outside is missing in no line
        }
        if (problem.getLine() < 1
                || problem.getTemplateName() == null
                || problem.getMessage().isBlank()) {
            throw new AssertionError("no place: " + problem, problem);
        }
        if (isDefect(problem.getCause())) {
            throw new AssertionError("a defect behind " + problem.getSummary(), problem);
        }
    }

    /**
     * Whether the engine itself failed, and not a method of a value of the model. A failure without a stack is one that
     * happened so often before that the JVM leaves it out; its first occurrences were judged with it.
     */
    private static boolean isDefect(Throwable cause) {
        boolean suspicious = cause instanceof NullPointerException
                || cause instanceof ClassCastException
                || cause instanceof IndexOutOfBoundsException
                || cause instanceof IllegalStateException
                || cause instanceof NegativeArraySizeException;
        return suspicious
                && cause.getStackTrace().length > 0
                && Stream.of(cause.getStackTrace())
                        .noneMatch(at -> at.getClassName().endsWith(".JavaMethod"));
    }
}
