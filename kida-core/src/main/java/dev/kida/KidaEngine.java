package dev.kida;

import dev.kida.analyze.KnownFunctions;
import dev.kida.analyze.TemplateTrees;
import dev.kida.builtin.Builtins;
import dev.kida.compile.TemplateClass;
import dev.kida.compile.TemplateCompiler;
import dev.kida.error.ErrorCode;
import dev.kida.error.SourceText;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateNotFoundException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.error.TemplateWarning;
import dev.kida.load.TemplateLoader;
import dev.kida.load.TemplateNames;
import dev.kida.load.TemplateSource;
import dev.kida.render.CompileTimer;
import dev.kida.render.CompiledTemplate;
import dev.kida.render.EngineSettings;
import dev.kida.render.RenderOptions;
import dev.kida.render.Renderer;
import dev.kida.render.Templates;
import dev.kida.syntax.Dialect;
import dev.kida.value.TemplateFunction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Loads, compiles and caches templates. Built once, then shared by all threads; only filters, tests and globals can be
 * added later.
 *
 * <pre>{@code
 * KidaEngine engine = KidaEngine.builder().loader(new ClasspathLoader("templates/")).build();
 * String page = engine.getTemplate("hello.html").render(Map.of("name", "Ada"));
 * }</pre>
 */
public final class KidaEngine {

    private final @Nullable TemplateLoader loader;
    private final EngineSettings settings;
    private final Predicate<@Nullable String> autoescape;
    private final Registry<TemplateFunction> filters;
    private final Registry<TemplateFunction> tests;
    private final Registry<@Nullable Object> globals;
    private final Dialect syntax;
    private final @Nullable TemplateTrees components;
    private final int maxTemplateSize;
    private final TemplateCompiler compiler;
    private final @Nullable TemplateCache cache;
    private final Renderer renderer;

    KidaEngine(KidaEngineBuilder builder) {
        this.loader = builder.loader;
        this.settings = builder.settings();
        this.autoescape = builder.autoescape;
        this.filters = new Registry<TemplateFunction>(builder.language.filters);
        this.tests = new Registry<TemplateFunction>(builder.language.tests);
        this.globals = new Registry<@Nullable Object>(builder.language.globals());
        this.syntax = builder.language.dialect();
        this.components = builder.validateCalls ? new LoadedTrees(loader, syntax, settings.aliases()) : null;
        this.maxTemplateSize = builder.maxTemplateSize;
        this.compiler = new TemplateCompiler(
                syntax,
                builder.language.tags(),
                settings.strictUndefined(),
                settings.checked(),
                settings.sandbox(),
                builder.precompiled,
                builder.scopeWarnings);
        this.cache =
                loader == null ? null : new TemplateCache(loader, builder.autoReload, builder.cacheSize, this::compile);
        this.renderer = new Renderer(settings, new Loaded(), globals);
    }

    /** Starts the configuration of an engine. */
    public static KidaEngineBuilder builder() {
        return new KidaEngineBuilder();
    }

    /**
     * The template of a name, from the cache or compiled now.
     *
     * @param name as its loader knows it; white space around it does not count, and {@code \} is read as {@code /}
     * @throws TemplateNotFoundException K-TPL-001 when no loader has it, or the name is not allowed
     * @throws dev.kida.error.TemplateSyntaxException when it cannot be compiled
     * @throws TemplateRuntimeException K-RUN-016 when the engine has no loader
     */
    public Template getTemplate(String name) {
        CompiledTemplate compiled = load(TemplateNames.resolve(name, null, settings.aliases()));
        return template(compiled);
    }

    /**
     * Makes a template ready, its code included, which else is emitted by the first render: what warms a cache does this.
     *
     * @throws TemplateException as {@link #getTemplate}
     */
    public void warmUp(String name) {
        load(TemplateNames.resolve(name, null, settings.aliases())).emit();
    }

    /** Whether the loader has a template of this name; it is not compiled. Names that are not allowed do not exist. */
    public boolean exists(String name) {
        if (loader == null) {
            return false;
        }
        try {
            return loader.exists(TemplateNames.resolve(name, null, settings.aliases()));
        } catch (TemplateNotFoundException notAllowed) {
            return false;
        }
    }

    /** Whether there is a template of this name that compiles and has a block of that name, own or inherited. */
    public boolean validateBlockExists(String template, String block) {
        try {
            return getTemplate(template).hasBlock(block);
        } catch (TemplateException notUsable) {
            return false;
        }
    }

    /** How a template is put together, or null when there is none of this name that compiles. */
    public @Nullable TemplateStructure getTemplateStructure(String name) {
        try {
            return template(load(TemplateNames.resolve(name, null, settings.aliases())))
                    .structure(name);
        } catch (TemplateException notUsable) {
            return null;
        }
    }

    /**
     * The classes of a template, made for the class path of an application whose engine has the same configuration and is
     * given them by {@link KidaEngineBuilder#precompiled}. For tools that run when an application is built.
     *
     * @param name as for {@link #getTemplate}, with the same failures
     */
    public List<TemplateClass> precompile(String name) {
        return TemplateCompiler.classesOf(load(TemplateNames.resolve(name, null, settings.aliases())));
    }

    /** Compiles an inline template without a name. It is not cached. */
    public Template fromString(String source) {
        return fromString(source, null);
    }

    /**
     * Compiles an inline template. It is not cached.
     *
     * @param name for messages, escaping and relative names; null for none
     */
    public Template fromString(String source, @Nullable String name) {
        return template(compile(name, new SourceText(name == null ? "(inline)" : name, null, source)));
    }

    /** Renders a template to a string: {@code getTemplate(name).render(model)}. */
    public String render(String name, Map<String, ?> model) {
        return getTemplate(name).render(model, RenderOptions.defaults());
    }

    /** Compiles and renders an inline template: {@code fromString(source).render(model)}. */
    public String renderString(String source, Map<String, ?> model) {
        return fromString(source).render(model);
    }

    /** Registers a filter; templates compiled from now on see it. */
    public void addFilter(String name, TemplateFunction filter) {
        filters.put(name, filter);
    }

    /** Registers filters, all at once; templates compiled from now on see them. */
    public void addFilters(Map<String, ? extends TemplateFunction> all) {
        filters.putAll(all);
    }

    /** Registers tests, all at once; templates compiled from now on see them. */
    public void addTests(Map<String, ? extends TemplateFunction> all) {
        tests.putAll(all);
    }

    /** The filters there are now; the map never changes. */
    public Map<String, TemplateFunction> filters() {
        return filters.get();
    }

    /** The tests there are now; the map never changes. */
    public Map<String, TemplateFunction> tests() {
        return tests.get();
    }

    /** Registers a test; templates compiled from now on see it. */
    public void addTest(String name, TemplateFunction test) {
        tests.put(name, test);
    }

    /** Registers a global; renders that start from now on see it. */
    public void addGlobal(String name, @Nullable Object value) {
        globals.put(name, value);
    }

    /** How the template cache is used; all zero without a loader. */
    public CacheInfo cacheInfo() {
        return cache == null ? new CacheInfo(0, 0, 0, 0) : cache.info();
    }

    /** The templates in the cache now, by name and as they are; looking at them is no use of the cache. */
    public List<Template> cachedTemplates() {
        return cache == null
                ? List.of()
                : cache.templates().stream().<Template>map(this::template).toList();
    }

    /** Forgets compiled templates and cached fragments. Running renders are not disturbed. */
    public void clearCache() {
        clearTemplateCache();
        clearFragmentCache();
    }

    /** Forgets compiled templates. Running renders are not disturbed. */
    public void clearTemplateCache() {
        if (cache != null) {
            cache.clear();
        }
    }

    /** Forgets cached fragments. Running renders are not disturbed. */
    public void clearFragmentCache() {
        settings.fragments().clear();
    }

    /**
     * Where templates come from.
     *
     * @throws TemplateRuntimeException K-RUN-016 when the engine has no loader
     */
    public TemplateLoader loader() {
        if (loader == null) {
            throw noLoader();
        }
        return loader;
    }

    /**
     * Whether a template of this name escapes what it prints.
     *
     * @param name null for an inline template without a name
     */
    public boolean escapes(@Nullable String name) {
        return autoescape.test(name);
    }

    // ---- for the checker ------------------------------------------------------------------------------------

    @Nullable
    TemplateLoader loaderOrNull() {
        return loader;
    }

    Dialect syntax() {
        return syntax;
    }

    Map<String, String> aliases() {
        return settings.aliases();
    }

    KnownFunctions functions() {
        return new KnownFunctions(filters.get(), tests.get(), Builtins.filters());
    }

    Set<String> globalNames() {
        return globals.get().keySet();
    }

    // ---- compiling ------------------------------------------------------------------------------------------

    /** The templates of this engine as its renders see them. */
    private final class Loaded implements Templates {

        @Override
        public CompiledTemplate load(String name) {
            return KidaEngine.this.load(name);
        }

        @Override
        public long generation() {
            return cache == null ? -1 : cache.generation();
        }
    }

    private EngineTemplate template(CompiledTemplate compiled) {
        return new EngineTemplate(compiled, renderer, globals.get().keySet());
    }

    private CompiledTemplate load(String name) {
        if (cache == null) {
            throw noLoader();
        }
        return cache.get(name);
    }

    private static TemplateRuntimeException noLoader() {
        return new TemplateRuntimeException(
                ErrorCode.K_RUN_016,
                "This engine has no template loader",
                null,
                "Configure one: KidaEngine.builder().loader(…)");
    }

    private CompiledTemplate compile(TemplateSource source) {
        return compile(source.name(), new SourceText(source.name(), source.location(), source.text()));
    }

    private CompiledTemplate compile(@Nullable String name, SourceText source) {
        if (maxTemplateSize > 0 && source.text().length() > maxTemplateSize) {
            throw new TemplateSyntaxException(
                    ErrorCode.K_LEX_004,
                    "The template is longer than " + maxTemplateSize + " characters",
                    source,
                    source.lines(),
                    0);
        }
        CompiledTemplate compiled = new CompileTimer(settings.listeners(), name)
                .time(() -> compiler.compile(name, source, escapes(name), filters.get(), tests.get(), components));
        for (TemplateWarning warning : compiled.facts().warnings()) {
            settings.warnings().compiled(warning);
        }
        return compiled;
    }
}
