package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.output.Output;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What all templates of one render share: stacks, providers, sources, limits. Not thread-safe. */
final class RenderContext {

    private static final int VALUE_CAPACITY = 256;

    private static final VarHandle OVER;

    static {
        try {
            OVER = MethodHandles.lookup().findVarHandle(RenderContext.class, "over", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a field is missing", e);
        }
    }

    private record Provider(
            String key, @Nullable Object value, @Nullable Provider next) {}

    private final EngineSettings settings;
    private final RenderOptions options;
    private final Templates templates;
    /** What few renders need is made when it is needed. */
    private @Nullable Stacks stacks;

    private @Nullable Output deferred;
    /** The calls of components that can be used again. */
    @Nullable
    ComponentCall endedCalls;

    private @Nullable Budget budget;
    private @Nullable Sources sources;

    private @Nullable Watching watching;
    private @Nullable OpenResources open;
    private @Nullable Growth growth;
    private final boolean straight;
    private @Nullable ResponseSecrets secrets;

    private boolean impatient;
    /** Read by whoever kept something of the render, on whatever thread. */
    private boolean over;

    private @Nullable Provider providers;
    private @Nullable Undo undo;
    private @Nullable Sections sections;
    private @Nullable Section host;
    private @Nullable Snapshot snapshot;

    RenderContext(EngineSettings settings, RenderOptions options, Templates templates, boolean straight) {
        this.settings = settings;
        this.options = options;
        this.templates = templates;
        this.straight = straight;
        if (deadline() != null) {
            this.budget = newBudget(); // the time runs from now on
        }
    }

    private RenderContext(RenderContext page) {
        settings = page.settings;
        options = page.options;
        templates = page.templates;
        straight = page.straight;
        watching = page.watching;
        sources = page.sources();
        open = page.open();
        secrets = page.secrets();
        budget = page.budget();
        growth = page.growth;
        impatient = page.impatient;
        providers = page.providers;
        sections = page.sections;
        host = page.host;
        snapshot = page.snapshot;
        if (page.stacks != null) {
            stacks = page.stacks.copy();
        }
    }

    /**
     * The part of a render that goes its own way: sources, limits and time are shared; what is provided, pushed or undone
     * from now on is not.
     */
    RenderContext fork() {
        return new RenderContext(this);
    }

    EngineSettings settings() {
        return settings;
    }

    RenderOptions options() {
        return options;
    }

    Templates templates() {
        return templates;
    }

    /** An output for text that becomes a value. */
    Output text() {
        return bounded(VALUE_CAPACITY);
    }

    /** An output for what a template writes that is run for its names. */
    Output dropped() {
        return bounded(0);
    }

    private Output bounded(int capacity) {
        Output text = Output.chars(capacity);
        if (settings.limits().maxStringLength() > 0) {
            text.bound(settings.limits().maxStringLength());
        }
        return text;
    }

    /** The output of the page, which must not pass the limit. */
    Output page(Output out) {
        if (settings.limits().maxOutputSize() > 0) {
            out.bound(settings.limits().maxOutputSize());
        }
        return out;
    }

    Budget budget() {
        Budget known = budget;
        if (known == null) {
            known = newBudget();
            budget = known;
        }
        return known;
    }

    /** Fails when the deadline is over; where there is one, the budget is there from the beginning. */
    void checkTime() {
        if (budget != null) {
            budget.checkTime();
        }
    }

    /** Fails when a component is called deeper than is allowed, or after the deadline. */
    void checkCall(int depth) {
        if (depth > settings.maxCallDepth()) {
            throw TemplateRuntimeException.depth("Components are nested deeper than " + settings.maxCallDepth());
        }
        checkTime();
    }

    private Budget newBudget() {
        return new Budget(settings.limits().maxLoopIterations(), deadline(), settings.clock());
    }

    private @Nullable Duration deadline() {
        Duration own = options.deadline();
        return own == null ? settings.limits().deadline() : own;
    }

    Growth growth() {
        Growth known = growth;
        if (known == null) {
            known = new Growth(settings.limits());
            growth = known;
        }
        return known;
    }

    /** From now on these are told what happens in the render. */
    void watchedBy(@Nullable Watching watchers) {
        watching = watchers;
        if (sources != null) {
            sources.watchedBy(watchers);
        }
    }

    @Nullable
    Watching watching() {
        return watching;
    }

    Sources sources() {
        Sources known = sources;
        if (known == null) {
            known = new Sources(settings, watching);
            sources = known;
        }
        return known;
    }

    boolean straight() {
        return straight;
    }

    /** Says that nobody drives this render who waits for values. */
    void refuseToWait() {
        impatient = true;
    }

    /** Whether this render cannot wait, so that asynchronous templates are refused. */
    boolean refusesToWait() {
        return straight || impatient;
    }

    Locale locale() {
        Locale own = options.locale();
        return own == null ? settings.locale() : own;
    }

    ZoneId zone() {
        ZoneId own = options.zone();
        return own == null ? settings.zone() : own;
    }

    int chunkSize() {
        return options.chunkSize() > 0 ? options.chunkSize() : settings.chunkSize();
    }

    boolean autoAwait() {
        Boolean own = options.autoAwait();
        return own == null ? settings.autoAwait() : own;
    }

    OutOfOrder outOfOrder() {
        OutOfOrder own = options.outOfOrder();
        return own == null ? settings.outOfOrder() : own;
    }

    /** How many deferred sections run at a time. */
    int maxSections() {
        return options.maxSections() > 0 ? options.maxSections() : settings.maxSections();
    }

    /** Nanoseconds until the render must be over; negative when it is, or {@code Long.MAX_VALUE} without a deadline. */
    long nanosLeft() {
        return budget().nanosLeft();
    }

    // ---- deferred sections ----------------------------------------------------------------------------------------

    /** The sections that come later, or null when all are rendered in their places. */
    @Nullable
    Sections sections() {
        return sections;
    }

    void sections(Sections later) {
        sections = later;
    }

    /** The deferred section that is rendered, or null for the page. */
    @Nullable
    Section host() {
        return host;
    }

    void host(Section deferred) {
        host = deferred;
    }

    @Nullable
    Snapshot snapshot() {
        return snapshot;
    }

    void snapshot(Snapshot taken) {
        snapshot = taken;
    }

    /** A run as this part of the render knows it: in a section, as it was when the page reached the section. */
    Activation asOfNow(Activation run) {
        return snapshot == null ? run : snapshot.known(run);
    }

    // ---- changes that end with their construct ----------------------------------------------------------------

    void undo(Undo change) {
        change.next = undo;
        undo = change;
    }

    /** Forgets the newest change, which has ended in the usual way; one that is not the newest ends with its construct. */
    void settled(Undo change) {
        if (undo == change) {
            undo = change.next;
        }
    }

    @Nullable
    Undo undoMark() {
        return undo;
    }

    void unwind(@Nullable Undo mark) {
        while (undo != mark && undo != null) {
            Undo change = undo;
            undo = change.next;
            change.run(this);
        }
    }

    // ---- provide / consume ---------------------------------------------------------------------------------------

    void provide(String key, @Nullable Object value) {
        providers = new Provider(key, value, providers);
        undo(new Undo.Provided());
    }

    void endProvide() {
        if (providers != null) {
            providers = providers.next();
        }
    }

    @Nullable
    Object consume(String key, @Nullable Object fallback) {
        for (Provider p = providers; p != null; p = p.next()) {
            if (p.key().equals(key)) {
                return p.value();
            }
        }
        return fallback;
    }

    // ---- push / stack ----------------------------------------------------------------------------------------------

    Stacks stacks() {
        Stacks known = stacks;
        if (known == null) {
            known = new Stacks(deferred);
            stacks = known;
        }
        return known;
    }

    /** From now on stacks in this output are filled when everything has been pushed. */
    void deferStacks(Output page) {
        deferred = page;
    }

    boolean hasSlots() {
        return stacks != null && !stacks.slots().isEmpty();
    }

    // ---- what all parts of the render share -------------------------------------------------------------------

    ResponseSecrets secrets() {
        ResponseSecrets known = secrets;
        if (known == null) {
            known = new ResponseSecrets();
            secrets = known;
        }
        return known;
    }

    /** How often a secret of this response was read so far. */
    int secretsRead() {
        return secrets == null ? 0 : secrets.reads();
    }

    OpenResources open() {
        OpenResources known = open;
        if (known == null) {
            known = new OpenResources();
            open = known;
        }
        return known;
    }

    // ---- the end ---------------------------------------------------------------------------------------------------

    /** Ends the render, which was successful if there is no failure, and tells those who watch it. */
    void close(@Nullable Throwable failure) {
        close(RenderOutcome.of(failure), failure);
    }

    void close(RenderOutcome outcome, @Nullable Throwable failure) {
        if (failure instanceof TemplateRuntimeException runtime) {
            Safely.run(System.Logger.Level.DEBUG, "Describing a failure", runtime::settle);
        }
        close();
        if (watching != null) {
            watching.end(outcome, failure);
        }
    }

    /**
     * Refuses to serve somebody who kept a part of the render for later.
     *
     * @param what what was asked for
     * @throws TemplateRuntimeException K-RUN-017 when the render has ended
     */
    void checkRuns(String what) {
        if ((boolean) OVER.getAcquire(this)) {
            throw notRunning(what);
        }
    }

    static TemplateRuntimeException notRunning(String what) {
        return new TemplateRuntimeException(
                ErrorCode.K_RUN_017,
                what + " was used outside of a render",
                null,
                "Use what belongs to a render while it runs, and keep its text instead");
    }

    /** Whether nobody watches this render, and it has nothing that must be closed or filled. */
    boolean hasNothingToEnd() {
        return watching == null && stacks == null && sections == null && sources == null && open == null;
    }

    /** Says that the render has ended. */
    void over() {
        OVER.setRelease(this, true);
    }

    /** Ends the render: cancels every source, closes every iterator. Idempotent. */
    private void close() {
        over();
        if (sections != null) {
            sections.close();
        }
        if (sources != null) {
            sources.cancelAll();
        }
        if (open != null) {
            open.close();
        }
    }

    void warn(String template, int line, String filter, String message) {
        settings.warnings().coerced(template, line, filter, message);
    }
}
