package dev.kida;

import dev.kida.error.Diagnostic;
import dev.kida.load.FileSystemLoader;
import dev.kida.load.TemplateLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds mistakes in templates without rendering them: for builds, tests and editors.
 *
 * <pre>{@code
 * List<Diagnostic> findings = KidaChecker.of(engine).check();
 * }</pre>
 *
 * <p>A broken template does not stop the check of the others. Findings come in the order of what they are about
 * (templates that do not compile first, then compiler warnings, calls, declarations, paths, escaping), then by template
 * and place; nothing is reported twice. Thread-safe.
 */
public final class KidaChecker {

    private final KidaEngine engine;
    private final CheckOptions options;

    private KidaChecker(KidaEngine engine, CheckOptions options) {
        this.engine = engine;
        this.options = options;
    }

    /** Checks against the filters, tests, globals and options of an engine. */
    public static KidaChecker of(KidaEngine engine) {
        return new KidaChecker(engine, CheckOptions.DEFAULT);
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

    /** The same checker with other options. */
    public KidaChecker with(CheckOptions value) {
        return new KidaChecker(engine, value);
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
        CheckRun run = new CheckRun(engine, options);
        names.forEach(run::template);
        return run.findings();
    }

    /**
     * Checks a template that is not in the loader, or not yet.
     *
     * @param name its name, for messages, escaping and relative names; null for none
     */
    public List<Diagnostic> checkSource(String source, @Nullable String name) {
        CheckRun run = new CheckRun(engine, options);
        run.source(source, name);
        return run.findings();
    }
}
