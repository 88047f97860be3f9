package dev.kida.stream;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.load.MapLoader;
import dev.kida.render.RenderOptions;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A page with constructs around a leaf that waits, and its twin without anything asynchronous. */
final class Case {

    private static final AtomicLong RUNS = new AtomicLong();
    /** Characters or bytes, large chunks or the smallest. */
    private static final int WAYS = 4;

    private static final Scenario.Broken BROKEN = new Scenario.Broken();

    private final List<Construct> around;
    private final Leaf leaf;
    private final Object value;
    private final boolean implicit;
    private final int variation;
    private final KidaEngine engine;
    private final KidaEngine plain;
    private final KidaEngine failing;

    /**
     * @param around the constructs, the outermost first
     * @param value what the leaf waits for
     * @param implicit whether nothing in the text says that it waits
     * @param variation chooses among kinds of sources and ways to read
     */
    Case(List<Construct> around, Leaf leaf, Object value, boolean implicit, int variation) {
        this.around = around;
        this.leaf = leaf;
        this.value = value;
        this.implicit = implicit;
        this.variation = variation;
        this.engine = engine(implicit ? leaf.plain() : leaf.async(), implicit);
        this.plain = engine(leaf.plain(), false);
        this.failing = engine(leaf.failing(), false);
    }

    private KidaEngine engine(String body, boolean autoAwait) {
        Map<String, String> files = new LinkedHashMap<>();
        String page = body;
        for (int i = around.size() - 1; i >= 0; i--) {
            page = around.get(i).around(page, i, files);
        }
        boolean whole = !around.isEmpty() && around.get(0).outermost();
        String other = "{% def never() %}{{ " + (body.equals(leaf.async()) && !autoAwait ? "await " : "")
                + "other }}{% end %}";
        files.put("main", whole ? page.replace("OTHER", other) : other + "<" + page + ">");
        return KidaEngine.builder()
                .loader(new MapLoader(files))
                .autoAwait(autoAwait)
                .autoescape(true)
                .global("boom", function("boom", Case::boom))
                .global("breaking", function("breaking", () -> (Iterable<Object>) Case::breaking))
                .global("identity", TemplateFunction.of("identity", Signature.parse("value"), (a, context) -> a[0]))
                .build();
    }

    private static TemplateFunction function(String name, java.util.function.Supplier<Object> call) {
        return TemplateFunction.of(name, Signature.NONE, (arguments, context) -> call.get());
    }

    private static Object boom() {
        throw BROKEN;
    }

    private static Iterator<Object> breaking() {
        return new Iterator<>() {
            private boolean first = true;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                if (!first) {
                    throw BROKEN;
                }
                first = false;
                return Leaf.ITEMS.get(0);
            }
        };
    }

    @Override
    public String toString() {
        return around.stream().map(Construct::name).toList() + " " + leaf.name() + (implicit ? " implicit" : "");
    }

    boolean sees(Scenario scenario) {
        return leaf.sees(scenario);
    }

    /** Whether the page is one: the twin compiles, and then this does. */
    boolean isPage() {
        try {
            plain.getTemplate("main").render(model(Scenario.READY));
            return true;
        } catch (TemplateSyntaxException notOne) {
            return false;
        } catch (TemplateException fails) {
            return true;
        }
    }

    private Map<String, Object> model(Scenario scenario) {
        Map<String, Object> model = new HashMap<>();
        model.put("yes", true);
        model.put("no", false);
        model.put("one", 1);
        model.put("two", List.of(1, 2));
        model.put("run", "r" + RUNS.incrementAndGet());
        model.put("other", null);
        model.put("unused", null);
        model.put("v", scenario.plain(value));
        model.put("xs", scenario.plain(Leaf.ITEMS));
        return model;
    }

    // ---- what has to come out ---------------------------------------------------------------------------------

    /**
     * @param over whether the page ends by itself
     */
    private record Expected(String page, boolean over) {}

    private Expected expected(Scenario scenario) {
        Template twin = (scenario.fails() ? failing : plain).getTemplate("main");
        try {
            String page = streamed(twin, scenario);
            return scenario.isEndless() && page.contains(leaf.before())
                    ? new Expected(page.substring(0, reached(page, scenario)), false)
                    : new Expected(page, true);
        } catch (TemplateException problem) {
            return new Expected(failure(problem), true);
        }
    }

    /** A stream of a page prints a stack as it is when the page gets there, other renders fill it in at the end. */
    private String streamed(Template twin, Scenario scenario) {
        if (around.stream().noneMatch(construct -> construct.name().equals("push"))) {
            return twin.render(model(scenario));
        }
        StringBuilder page = new StringBuilder();
        twin.renderStream(model(scenario)).forEachRemaining(page::append);
        return page.toString();
    }

    private static String failure(TemplateException problem) {
        return "! " + problem.getCode().code() + " in " + problem.getTemplateName() + ":" + problem.getLine();
    }

    /** How much is out while the page waits: all before the place that waits, or before what holds it back. */
    private int reached(String page, Scenario scenario) {
        int end = scenario == Scenario.STALLS
                ? page.indexOf(leaf.after()) + leaf.after().length()
                : page.indexOf(leaf.before());
        for (int i = around.size() - 1; i >= 0; i--) {
            if (around.get(i).held()) {
                String marker = around.get(i).marker(i);
                end = page.indexOf(marker) + marker.length();
            }
        }
        return end;
    }

    // ---- what comes out -----------------------------------------------------------------------------------------

    /** What is wrong with the page in a scenario, or null. */
    @Nullable
    String problem(Scenario scenario) {
        if (leaf.before() == null && scenario.isEndless()) {
            return null;
        }
        Expected expected = expected(scenario);
        int way = (variation * 3 + scenario.ordinal()) % WAYS;
        String wrong = new Attempt(scenario, way, expected).problem();
        return wrong == null ? null : this + " " + scenario + " way " + way + ": " + wrong;
    }

    /** One render. */
    private final class Attempt {

        private final Scenario scenario;
        private final int way;
        private final Expected expected;
        private final Deliveries deliveries = new Deliveries();
        private final Map<String, Probe> probes = new LinkedHashMap<>();
        private final List<String> wrong = new ArrayList<>();

        Attempt(Scenario scenario, int way, Expected expected) {
            this.scenario = scenario;
            this.way = way;
            this.expected = expected;
        }

        @Nullable
        String problem() {
            Map<String, Object> model = model(scenario);
            Probe.Kind single = Probe.Kind.values()[(variation + way) % 2];
            Probe.Kind many = Probe.Kind.values()[2 + (variation + way) % 3];
            model.put("v", source("v", scenario.single(value, BROKEN), single));
            model.put("xs", source("xs", scenario.sequence(Leaf.ITEMS, BROKEN), many));
            model.put("other", source("other", Probe.Script.silentAfter(List.of()), Probe.Kind.MONO));
            model.put("unused", source("unused", Probe.Script.of(List.of(1)), Probe.Kind.FLUX));
            RenderOptions options = RenderOptions.defaults();
            boolean tiny = way % 2 == 1;
            Template template = engine.getTemplate("main");
            RenderOptions sized = tiny ? options.withChunkSize(1) : options;
            check(
                    way / 2 == 0
                            ? Reader.read(template.renderStreamAsync(model, sized), text -> text, tiny, deliveries)
                            : Reader.read(
                                    template.renderChunks(model, sized),
                                    chunk -> new String(chunk.bytes(), StandardCharsets.UTF_8),
                                    tiny,
                                    deliveries));
            return wrong.isEmpty() ? null : String.join("; ", wrong);
        }

        private Object source(String name, Probe.Script script, Probe.Kind kind) {
            Probe probe = new Probe(script, scenario.isLater() ? deliveries : null);
            probes.put(name, probe);
            return probe.as(kind);
        }

        private void check(Reader<?> reader) {
            boolean over = reader.isOver();
            String actual = reader.page();
            if (over && reader.failure() != null) {
                actual = failed(reader.failure());
            } else if (!over) {
                deliveries.elsewhere(reader::cancel);
            }
            same("output", expected.page(), actual);
            same("over", expected.over(), over);
            if (reader.wrong() != null) {
                wrong.add("the reader got " + reader.wrong());
            }
            sources();
        }

        private String failed(Throwable failure) {
            if (scenario.fails() && root(failure) != BROKEN) {
                wrong.add("caused by " + root(failure));
            }
            return failure instanceof TemplateException problem ? failure(problem) : failure.toString();
        }

        private static Throwable root(Throwable failure) {
            Throwable at = failure;
            while (at.getCause() != null) {
                at = at.getCause();
            }
            return at;
        }

        private void sources() {
            probes.forEach((name, probe) -> {
                if (probe.wrong() != null) {
                    wrong.add("'" + name + "' was " + probe.wrong());
                }
                same("open subscriptions of " + name, 0, probe.open());
            });
            same("cancelled subscriptions of other", 1, probe("other").cancelled());
            same("subscriptions of unused", 0, probe("unused").subscriptions());
        }

        private Probe probe(String name) {
            return java.util.Objects.requireNonNull(probes.get(name));
        }

        private void same(String what, Object wanted, Object got) {
            if (!wanted.equals(got)) {
                wrong.add(what + " should be " + wanted + ", is " + got);
            }
        }
    }
}
