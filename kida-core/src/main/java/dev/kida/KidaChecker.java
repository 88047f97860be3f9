package dev.kida;

import dev.kida.error.Diagnostic;
import dev.kida.load.FileSystemLoader;
import dev.kida.load.TemplateLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds mistakes in templates without rendering them: for builds, tests and editors.
 *
 * <pre>{@code
 * List<Diagnostic> findings = KidaChecker.of(engine).check();
 * }</pre>
 *
 * <p>A broken template does not stop the check of the others. Findings come in the order of what they are about
 * (templates that do not compile first, then compiler warnings, calls, declarations, the model, paths, accessibility,
 * escaping, privacy, modularity), then by template and place; nothing is reported twice. Thread-safe.
 */
public final class KidaChecker {

    private final KidaEngine engine;
    private final CheckOptions options;
    private final Map<String, Set<String>> models;
    /** What is wrong with the folders themselves. */
    private final List<Diagnostic> misconfigured;

    private KidaChecker(
            KidaEngine engine, CheckOptions options, Map<String, Set<String>> models, List<Diagnostic> misconfigured) {
        this.engine = engine;
        this.options = options;
        this.models = models;
        this.misconfigured = misconfigured;
    }

    /** Checks against the filters, tests, globals and options of an engine. */
    public static KidaChecker of(KidaEngine engine) {
        return new KidaChecker(engine, CheckOptions.DEFAULT, Map.of(), List.of());
    }

    /** Checks templates which need nothing but what every engine has. */
    public static KidaChecker of(TemplateLoader loader) {
        return of(KidaEngine.builder().loader(loader).build());
    }

    /**
     * Checks the templates in a folder, which need nothing but what every engine has.
     *
     * @throws IllegalArgumentException if it is not a folder
     */
    public static KidaChecker ofDirectory(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("not a folder: " + folder);
        }
        return of(new FileSystemLoader(folder));
    }

    /**
     * Checks the templates of several folders, which need nothing but what every engine has and one another. What is in
     * the folder of the root {@code shop} is called {@code shop/…}.
     *
     * <p>A root that cannot be used is a finding (K-TPL-005): its name is empty or has a slash, its folder is none, or is
     * that of another root. The others are checked.
     *
     * @param roots folders by the first part of the names of their templates
     */
    public static KidaChecker ofDirectories(Map<String, Path> roots) {
        TemplateRoots usable = TemplateRoots.of(roots);
        KidaEngine engine = KidaEngine.builder().loader(usable.loader()).build();
        return new KidaChecker(engine, CheckOptions.DEFAULT, Map.of(), usable.problems());
    }

    /** The same checker with other options. */
    public KidaChecker with(CheckOptions value) {
        return new KidaChecker(engine, value, models, misconfigured);
    }

    /**
     * The same checker, told what the model of a template holds: paths such as {@code order.id}, or {@code order} for
     * all of it. What the template reads besides is found (K-CTX-001), and what nothing reads (K-CTX-002).
     *
     * @param template the name of a template
     */
    public KidaChecker withModel(String template, Collection<String> paths) {
        Map<String, Set<String>> all = new HashMap<>(models);
        all.put(template, Set.copyOf(paths));
        return new KidaChecker(engine, options, Map.copyOf(all), misconfigured);
    }

    /**
     * Checks all templates that the loader lists.
     *
     * @throws dev.kida.error.TemplateRuntimeException K-RUN-016 when the engine has no loader
     */
    public List<Diagnostic> check() {
        return check(engine.loader().list());
    }

    /** Checks some templates of the loader; those they refer to are looked into where a check needs it. */
    public List<Diagnostic> check(Collection<String> names) {
        CheckRun run = new CheckRun(engine, options, models);
        misconfigured.forEach(run::add);
        names.forEach(run::template);
        return run.findings();
    }

    /**
     * Checks a template that is not in the loader, or not yet.
     *
     * @param name its name, for messages, escaping and relative names; null for none
     */
    public List<Diagnostic> checkSource(String source, @Nullable String name) {
        CheckRun run = new CheckRun(engine, options, models);
        run.source(source, name);
        return run.findings();
    }
}
