package dev.kida.render;

import dev.kida.error.TemplateNotFoundException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.output.Output;
import dev.kida.value.Markup;
import dev.kida.value.TypeNames;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A suspended or running unit in the resumable shape: its state, and the variables that outlive a suspension. */
public final class UnitFrame extends Frame {

    /** What an operation answers that has to wait: the unit returns {@link Frame#SUSPENDED} then. */
    public static final Object PENDING = new Object();

    private static final @Nullable Object[] NOTHING_SAVED = {};

    private final Activation activation;
    private final int unit;
    private final ResumableCode code;
    private final Output out;
    private final @Nullable Boundary missing;
    private @Nullable Object[] saved = NOTHING_SAVED;
    private int state;
    private @Nullable AsyncSource awaited;

    UnitFrame(Activation activation, Output out) {
        this.activation = activation;
        this.unit = activation.start();
        this.code = activation.template.resumable();
        this.out = activation.target(out);
        this.missing = activation.isOptional() ? Boundary.enter(activation, out) : null;
    }

    @Override
    int run() {
        return code.run(unit, this);
    }

    @Override
    @Nullable
    Object complete() {
        if (missing != null) {
            missing.succeed();
        }
        return activation.module();
    }

    @Override
    boolean absorbs(Throwable problem) {
        if (missing == null || !(problem instanceof TemplateNotFoundException)) {
            return false;
        }
        missing.discard();
        return true;
    }

    // ---- called by generated code --------------------------------------------------------------------------------

    public Activation activation() {
        return activation;
    }

    public Output out() {
        return out;
    }

    public int state() {
        return state;
    }

    /** Prepares a suspension: where to continue, and room for the variables. */
    public @Nullable Object[] suspend(int nextState, int variables) {
        state = nextState;
        if (saved.length < variables) {
            saved = new @Nullable Object[variables];
        }
        return saved;
    }

    public @Nullable Object[] saved() {
        return saved;
    }

    /** {@code await value}; the name of the model attribute when the operand is one. */
    public @Nullable Object await(@Nullable Object value, @Nullable String name) {
        Sources sources = activation.render.sources();
        AsyncSource source = name == null || activation.context.hides(name) ? null : sources.named(name);
        if (source == null) {
            if (value == null || !sources.isAsync(value)) {
                if (activation.render.autoAwait()) {
                    return value; // a component may be given what was awaited for it
                }
                throw TemplateRuntimeException.type(
                        "await needs an asynchronous value, not " + TypeNames.of(value), "Remove the await");
            }
            source = sources.of(value);
        }
        source.start(activation);
        if (!source.isReady()) {
            waitFor(source);
            awaited = source;
            return PENDING;
        }
        return source.first();
    }

    /** The text of a cached fragment, null, or {@link #PENDING} while a cache elsewhere is asked. */
    public @Nullable Object cached(String key) {
        RenderContext render = activation.render;
        FragmentCache cache = render.settings().fragments();
        Object answer = render.refusesToWait() ? Fragments.get(cache, key) : Fragments.retrieve(cache, key);
        return answer instanceof CompletionStage<?> later ? await(later, null) : answer;
    }

    /** What a tag of the application answered: itself, or the value that comes later. */
    public @Nullable Object awaitIfAsync(@Nullable Object value) {
        return value != null && activation.render.sources().isAsync(value) ? await(value, null) : value;
    }

    /** As in every frame; after an {@code await}, the value of its source. */
    @Override
    public @Nullable Object take() {
        AsyncSource source = awaited;
        if (source != null) {
            awaited = null;
            return source.first();
        }
        Object value = super.take();
        activation.render.budget().checkTime();
        return value;
    }

    /** Resolves the model attributes a statement is about to use; false when the frame has to wait. */
    public boolean resolve(List<String> names) {
        Sources sources = activation.render.sources();
        if (!sources.hasNames() || !activation.render.autoAwait()) {
            return true;
        }
        boolean ready = true;
        for (String name : names) {
            if (activation.context.hides(name) || !sources.isPending(name)) {
                continue;
            }
            AsyncSource source = java.util.Objects.requireNonNull(sources.named(name));
            source.start(activation);
            Wait wait = source.isMulti() ? source.all() : source;
            if (!wait.isReady()) {
                waitFor(wait);
                ready = false;
            } else {
                sources.resolve(name, source.isMulti() ? source.items() : source.first());
            }
        }
        return ready;
    }

    /** As {@link #resolve}, for those that are single values. */
    public boolean resolveSingle(List<String> names) {
        Sources sources = activation.render.sources();
        return !sources.hasNames()
                || resolve(names.stream().filter(sources::isSingle).toList());
    }

    /** Starts a prepared unit with its output here; {@link #PENDING} when one was started. */
    public @Nullable Object enter(@Nullable Object prepared, Output target) {
        Activation run = Activation.prepared(prepared);
        if (run != null) {
            child = new UnitFrame(run, target);
            return PENDING;
        }
        return prepared;
    }

    /** Starts a prepared unit for its value; {@link #PENDING} when one was started, else the value. */
    public @Nullable Object value(@Nullable Object prepared) {
        Activation run = Activation.prepared(prepared);
        if (run != null) {
            child = new ValueFrame(new UnitFrame(run, run.render.text()));
            return PENDING;
        }
        return prepared;
    }

    /** Prints what a prepared call gave, or starts it; {@link #PENDING} when one was started. */
    public @Nullable Object print(@Nullable Object prepared, Output target, boolean escape) {
        Activation run = Activation.prepared(prepared);
        if (run != null) {
            child = new UnitFrame(run, target);
            return PENDING;
        }
        if (escape) {
            target.escaped(prepared);
        } else {
            target.plain(prepared);
        }
        return null;
    }

    /** Runs a section here, or leaves it for later; {@link #PENDING}. */
    public Object section(Section section, Output target) {
        child = section.frame(target);
        return PENDING;
    }

    /** The end of the page's body: {@link #PENDING} while deferred sections have to be sent first. */
    public @Nullable Object endOfBody(Output target) {
        RenderContext render = activation.render;
        Sections sections = render.sections();
        if (sections == null || !sections.stops(render, target)) {
            return null;
        }
        waitFor(sections);
        return PENDING;
    }

    /** Runs a unit and gives its output as markup. */
    private static final class ValueFrame extends Frame {

        private final UnitFrame unit;
        private boolean started;

        ValueFrame(UnitFrame unit) {
            this.unit = unit;
        }

        @Override
        int run() {
            if (!started) {
                started = true;
                child = unit;
                return SUSPENDED;
            }
            take();
            return DONE;
        }

        @Override
        @Nullable
        Object complete() {
            return unit.activation.isWritten() ? Markup.of(unit.out.string()) : unit.activation.module();
        }
    }
}
