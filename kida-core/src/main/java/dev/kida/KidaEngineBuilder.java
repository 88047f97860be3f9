package dev.kida;

import dev.kida.compile.PrecompiledTemplates;
import dev.kida.error.WarningListener;
import dev.kida.load.TemplateLoader;
import dev.kida.render.AsyncAdapter;
import dev.kida.render.CaffeineFragmentCache;
import dev.kida.render.EngineSettings;
import dev.kida.render.FragmentCache;
import dev.kida.render.Limits;
import dev.kida.render.OutOfOrder;
import dev.kida.render.RenderClock;
import dev.kida.render.RenderListener;
import dev.kida.render.RenderOptions;
import dev.kida.render.StepScope;
import dev.kida.render.TagHandler;
import dev.kida.render.Translations;
import dev.kida.render.Warnings;
import dev.kida.syntax.LexerSettings;
import dev.kida.value.SandboxPolicy;
import dev.kida.value.TemplateFunction;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Configures a {@link KidaEngine}; every option has a default, and {@link #build()} may be called more than once. */
public final class KidaEngineBuilder {

    private static final int CACHED_TEMPLATES = 400;
    private static final int CACHED_FRAGMENTS = 1000;
    private static final int DEPTH = 50;
    private static final int CHUNK = 8192;
    private static final int PREFETCH = 32;
    private static final int SECTIONS = 32;

    @Nullable
    TemplateLoader loader;

    Predicate<@Nullable String> autoescape = Autoescape::byName;
    boolean autoReload = true;
    int cacheSize = CACHED_TEMPLATES;
    private boolean strictUndefined = true;
    private boolean autoAwait;
    private boolean eagerSubscribe = true;
    private int chunkSize = CHUNK;
    private int prefetch = PREFETCH;
    private @Nullable Duration asyncTimeout;
    private OutOfOrder outOfOrder = OutOfOrder.AUTO;
    private int maxSections = SECTIONS;
    private String onStreamError = RenderOptions.ABORT;
    private int maxIncludeDepth = DEPTH;
    private int maxExtendsDepth = DEPTH;
    int maxTemplateSize;
    private @Nullable Duration fragmentTtl = Duration.ofSeconds(300);
    private @Nullable FragmentCache fragmentCache;
    private int fragmentCacheSize = CACHED_FRAGMENTS;
    boolean validateCalls;
    boolean scopeWarnings = true;
    private WarningListener warnings = WarningListener.LOG;

    @Nullable
    PrecompiledTemplates precompiled;

    private Translations translations = Translations.IDENTITY;
    private Locale locale = Locale.ROOT;
    private @Nullable ZoneId zone;
    private RenderClock clock = RenderClock.system();
    private final List<AsyncAdapter> adapters = new ArrayList<>();
    private final List<RenderListener> listeners = new ArrayList<>();
    private final List<StepScope> steps = new ArrayList<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    final Language language = new Language();
    private final RenderBounds bounds = new RenderBounds();

    KidaEngineBuilder() {}

    /** Where named templates come from; without it only inline templates work. */
    public KidaEngineBuilder loader(TemplateLoader value) {
        loader = value;
        return this;
    }

    /**
     * Whether output is escaped for HTML; on by default. Names that end in {@code .kida} follow the extension before it
     * (spec 08 §2).
     */
    public KidaEngineBuilder autoescape(boolean on) {
        autoescape = on ? Autoescape::byName : name -> false;
        return this;
    }

    /** Decides by a template's name, null for an inline one, whether its output is escaped. */
    public KidaEngineBuilder autoescape(Predicate<@Nullable String> decision) {
        autoescape = decision;
        return this;
    }

    /** Whether every lookup checks that the source has not changed; on by default. */
    public KidaEngineBuilder autoReload(boolean on) {
        autoReload = on;
        return this;
    }

    /** How many compiled templates are kept; 0 or less for no bound. Default 400. */
    public KidaEngineBuilder cacheSize(int templates) {
        cacheSize = templates;
        return this;
    }

    /** Whether a missing attribute is an error; on by default. Missing names always are. */
    public KidaEngineBuilder strictUndefined(boolean on) {
        strictUndefined = on;
        return this;
    }

    /** Whether asynchronous values of the model are awaited without {@code await}; off by default. */
    public KidaEngineBuilder autoAwait(boolean on) {
        autoAwait = on;
        return this;
    }

    /** Whether the sources a template may use are all subscribed when a stream starts; on by default. */
    public KidaEngineBuilder eagerSubscribe(boolean on) {
        eagerSubscribe = on;
        return this;
    }

    /** Characters or bytes at which a chunk is handed on; default 8192. */
    public KidaEngineBuilder chunkSize(int size) {
        chunkSize = positive(size, "chunkSize");
        return this;
    }

    /** How many items of a source may wait for the template; default 32. */
    public KidaEngineBuilder prefetch(int items) {
        prefetch = positive(items, "prefetch");
        return this;
    }

    /** How long a stream waits for one value before it fails with K-ASY-001; null, the default, for ever. */
    public KidaEngineBuilder asyncTimeout(@Nullable Duration timeout) {
        asyncTimeout = timeout;
        return this;
    }

    /** Whether streamed pages send the sections of {@code defer} when they are ready; by default where possible. */
    public KidaEngineBuilder outOfOrder(OutOfOrder value) {
        outOfOrder = value;
        return this;
    }

    /** How many deferred sections of one page are rendered at a time; others wait for their turn. Default 32. */
    public KidaEngineBuilder maxSections(int sections) {
        maxSections = positive(sections, "maxSections");
        return this;
    }

    /**
     * Says what becomes of a streamed page that fails after part of it was sent.
     *
     * @param blockOrAbort the block of the page that is appended, which gets the failure as {@code error} like a
     *     {@code fallback}, and after which the page ends like any other; or {@link RenderOptions#ABORT}, the default: the
     *     stream ends with the failure
     */
    public KidaEngineBuilder onStreamError(String blockOrAbort) {
        onStreamError = blockOrAbort;
        return this;
    }

    /** How deep includes, embeds and imports nest; 0 forbids them. Default 50. */
    public KidaEngineBuilder maxIncludeDepth(int depth) {
        maxIncludeDepth = depth;
        return this;
    }

    /** How long a chain of parents may be. Default 50. */
    public KidaEngineBuilder maxExtendsDepth(int depth) {
        maxExtendsDepth = depth;
        return this;
    }

    /** How deep components call each other. Default 200. */
    public KidaEngineBuilder maxCallDepth(int depth) {
        bounds.callDepth(depth);
        return this;
    }

    /**
     * Bounds what a render may use up; the default is {@link Limits#NONE}. {@link Limits#UNTRUSTED} suits templates that
     * strangers wrote, who need a process of their own besides.
     */
    public KidaEngineBuilder limits(Limits value) {
        bounds.limits(value);
        return this;
    }

    /**
     * Lets templates reach only what the policy allows; null, the default, lets them reach whatever is public. With a
     * policy, limits that were not set are those of {@link Limits#UNTRUSTED}, and components may nest 100 deep.
     */
    public KidaEngineBuilder sandbox(@Nullable SandboxPolicy policy) {
        bounds.sandbox(policy);
        return this;
    }

    /** How many tokens a template may have; default 100,000. K-LEX-004. */
    public KidaEngineBuilder maxTokens(int tokens) {
        language.limits = language.limits.withTokens(tokens);
        return this;
    }

    /** How many characters the source of a template may have; 0, the default, for no bound. K-LEX-004. */
    public KidaEngineBuilder maxTemplateSize(int characters) {
        maxTemplateSize = characters;
        return this;
    }

    /** How many filters may stand in one chain; default 200. K-PAR-004. */
    public KidaEngineBuilder maxFilters(int filters) {
        language.limits = language.limits.withFilters(filters);
        return this;
    }

    /** How many turns the loops of one render may take together; 0, the default, for no bound. K-SEC-003. */
    public KidaEngineBuilder maxLoopIterations(int turns) {
        bounds.adjust(limits -> limits.withMaxLoopIterations(turns));
        return this;
    }

    /** How many elements a range may have; 0, the default, for no bound. K-SEC-003. */
    public KidaEngineBuilder maxRange(int elements) {
        bounds.adjust(limits -> limits.withMaxRange(elements));
        return this;
    }

    /** How many characters a page may have; 0, the default, for no bound. K-SEC-005. */
    public KidaEngineBuilder maxOutputSize(int characters) {
        bounds.adjust(limits -> limits.withMaxOutputSize(characters));
        return this;
    }

    /** How long a text may become that a template puts together; 0, the default, for no bound. K-SEC-005. */
    public KidaEngineBuilder maxStringLength(int characters) {
        bounds.adjust(limits -> limits.withMaxStringLength(characters));
        return this;
    }

    /** How long a render may take; null, the default, for ever. K-ASY-001. */
    public KidaEngineBuilder deadline(@Nullable Duration bound) {
        bounds.adjust(limits -> limits.withDeadline(bound));
        return this;
    }

    /** How long a cached fragment lives when its tag does not say; null for ever. Default 5 minutes. */
    public KidaEngineBuilder fragmentTtl(@Nullable Duration ttl) {
        fragmentTtl = ttl;
        return this;
    }

    /** Where cached fragments are kept; by default in memory. */
    public KidaEngineBuilder fragmentCache(FragmentCache cache) {
        fragmentCache = cache;
        return this;
    }

    /** How many fragments the default cache keeps; 0 or less for no bound. Default 1000. */
    public KidaEngineBuilder fragmentCacheSize(int fragments) {
        fragmentCacheSize = fragments;
        return this;
    }

    /**
     * Whether calls of components are compared with what the components declare when a template is compiled; what does
     * not fit is a warning of the template, K-CMP-001. Off by default.
     */
    public KidaEngineBuilder validateCalls(boolean on) {
        validateCalls = on;
        return this;
    }

    /**
     * Uses classes of templates that were made when the application was built; null, the default, compiles all templates
     * while the application runs.
     */
    public KidaEngineBuilder precompiled(@Nullable PrecompiledTemplates classes) {
        precompiled = classes;
        return this;
    }

    /** Looks up messages for {@code trans}, {@code _} and {@code _n}. */
    public KidaEngineBuilder translations(Translations value) {
        translations = value;
        return this;
    }

    /** Delimiters and white-space control. */
    public KidaEngineBuilder syntax(LexerSettings value) {
        language.syntax = value;
        return this;
    }

    /** The locale of filters and translations; default {@code Locale.ROOT}. */
    public KidaEngineBuilder locale(Locale value) {
        locale = value;
        return this;
    }

    /** The time zone of dates; default the system's, as it is when a date is shown. */
    public KidaEngineBuilder zone(ZoneId value) {
        zone = value;
        return this;
    }

    /**
     * What timeouts, deadlines and the age of fragments in the default cache go by; the default is the clock of the
     * system.
     */
    public KidaEngineBuilder clock(RenderClock value) {
        clock = value;
        return this;
    }

    /** Adds a scope around the steps of streamed renders; earlier ones are opened first. */
    public KidaEngineBuilder stepScope(StepScope scope) {
        steps.add(scope);
        return this;
    }

    /** Adds an adapter for a foreign asynchronous type; earlier ones are asked first. */
    public KidaEngineBuilder asyncAdapter(AsyncAdapter adapter) {
        adapters.add(adapter);
        return this;
    }

    /** Adds a listener that is told of renders and compilations; all are told, in this order. */
    public KidaEngineBuilder renderListener(RenderListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Who is told of warnings; the default writes them to the log. */
    public KidaEngineBuilder warningListener(WarningListener listener) {
        warnings = listener;
        return this;
    }

    /**
     * Whether a {@code set} in a branch that may be meant for what comes after it is a warning, K-WARN-002. On by default;
     * those who never wrote Jinja templates may want it off.
     */
    public KidaEngineBuilder jinja2CompatWarnings(boolean on) {
        scopeWarnings = on;
        return this;
    }

    /**
     * Whether templates have the functions {@code hx_request}, {@code hx_target}, {@code hx_trigger}, {@code hx_boosted},
     * {@code csrf_token} and {@code csp_nonce}. On by default.
     */
    public KidaEngineBuilder enableHtmxHelpers(boolean on) {
        language.htmxHelpers = on;
        return this;
    }

    /** Lets {@code @alias/…} stand for a folder. */
    public KidaEngineBuilder templateAlias(String alias, String folder) {
        aliases.put(alias, folder);
        return this;
    }

    /** Adds or replaces a filter. */
    public KidaEngineBuilder filter(String name, TemplateFunction filter) {
        language.filters.put(name, filter);
        return this;
    }

    /** Adds or replaces a test. */
    public KidaEngineBuilder test(String name, TemplateFunction test) {
        language.tests.put(name, test);
        return this;
    }

    /** Adds or replaces a global. */
    public KidaEngineBuilder global(String name, @Nullable Object value) {
        language.globals.put(name, value);
        return this;
    }

    /**
     * Adds a tag; a later one of the same name replaces it.
     *
     * @throws IllegalArgumentException if the name, or a word that closes it, belongs to the language
     */
    public KidaEngineBuilder tag(TagHandler handler) {
        language.add(handler);
        return this;
    }

    /** Adds whatever the extension registers. */
    public KidaEngineBuilder extension(Extension extension) {
        extension.configure(this);
        return this;
    }

    /** Builds an engine with what was configured so far. */
    public KidaEngine build() {
        return new KidaEngine(this);
    }

    private static int positive(int value, String option) {
        if (value <= 0) {
            throw new IllegalArgumentException(option + " must be positive: " + value);
        }
        return value;
    }

    /** What renders need of all this. */
    EngineSettings settings() {
        return new EngineSettings(
                strictUndefined,
                autoAwait,
                eagerSubscribe,
                chunkSize,
                prefetch,
                asyncTimeout,
                outOfOrder,
                maxSections,
                onStreamError,
                maxIncludeDepth,
                maxExtendsDepth,
                bounds.callDepth(),
                bounds.limits(),
                bounds.sandbox(),
                fragmentTtl,
                fragmentCache == null ? new CaffeineFragmentCache(fragmentCacheSize, clock) : fragmentCache,
                translations,
                List.copyOf(adapters),
                List.copyOf(listeners),
                new Warnings(warnings),
                List.copyOf(steps),
                Map.copyOf(aliases),
                locale,
                zone,
                clock);
    }
}
