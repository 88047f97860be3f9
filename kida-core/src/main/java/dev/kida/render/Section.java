package dev.kida.render;

import dev.kida.output.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A {@code defer} statement that was reached: everything its parts need to run, now or later, whatever the page does in the
 * meantime. What they assign, provide or push stays with them. Made by generated code.
 */
public final class Section {

    private final Activation site;
    private final Activation frozen;
    private final int body;
    private final int loading;
    private final int fallback;
    private final @Nullable Object[] captured;
    private final boolean deferrable;
    private final int position;

    // while it is deferred
    private final List<Section> nested = new ArrayList<>();
    private @Nullable Section host;
    private @Nullable Output out;
    private @Nullable Machine machine;
    private @Nullable String name;
    private @Nullable AwaitWatch watch;
    private boolean sent;

    private Section(
            Activation site,
            int body,
            int loading,
            int fallback,
            @Nullable Object[] captured,
            boolean deferrable,
            int position) {
        this.site = site;
        this.frozen = new Snapshot(site.render.fork()).of(site);
        this.body = body;
        this.loading = loading;
        this.fallback = fallback;
        this.captured = Snapshot.values(captured);
        this.deferrable = deferrable;
        this.position = position;
    }

    /**
     * Executes a {@code defer} statement.
     *
     * @param body the unit of the slow part
     * @param loading the unit of what is shown meanwhile, or -1
     * @param fallback the unit of what is shown if it fails, or -1
     * @param captured the lexical variables of the place
     * @param deferrable whether HTML can be put here later: not within a tag, a script or a title
     */
    public static Section of(
            Activation site,
            int body,
            int loading,
            int fallback,
            @Nullable Object[] captured,
            boolean deferrable,
            int position) {
        return new Section(site, body, loading, fallback, captured, deferrable, position);
    }

    // ---- its parts ------------------------------------------------------------------------------------------------

    Activation body() {
        return part(body, captured);
    }

    /** What is shown meanwhile; null for nothing. Its assignments are not seen by the slow part. */
    @Nullable
    Activation loading() {
        return loading < 0 ? null : frozen.part(position, loading, captured, frozen.context.copy());
    }

    boolean hasFallback() {
        return fallback >= 0;
    }

    /** What is shown if the slow part fails, with the facts about the failure. */
    Activation fallback(Map<String, @Nullable Object> failure) {
        @Nullable Object[] all = Arrays.copyOf(captured, captured.length + 1);
        all[captured.length] = failure;
        return part(fallback, all);
    }

    private Activation part(int unit, @Nullable Object[] variables) {
        return frozen.part(position, unit, variables);
    }

    Activation activation() {
        return frozen;
    }

    int position() {
        return position;
    }

    // ---- in place -------------------------------------------------------------------------------------------------

    /** Runs the slow part here, in the straight shape. Called by generated code. */
    public void print(Output target) {
        Boundary boundary = hasFallback() ? Boundary.enter(frozen, target) : null;
        try {
            printOrFallBack(boundary, target);
        } catch (Throwable problem) {
            letGo();
            throw Failures.sneaky(problem);
        }
    }

    private void printOrFallBack(@Nullable Boundary boundary, Output target) {
        try {
            Units.run(body(), target);
        } catch (Throwable problem) {
            if (boundary == null) {
                throw Failures.sneaky(problem);
            }
            Units.run(fallback(boundary.fail(problem, position)), target);
            return;
        }
        if (boundary != null) {
            boundary.succeed();
        }
    }

    /** Ends the loops and bindings that are open in it: it will not go on. Whoever it stands in does not know of them. */
    void letGo() {
        frozen.render.unwind(null);
    }

    /** What runs in a stream where the statement stands. */
    Frame frame(Output target) {
        Sections sections = site.render.sections();
        if (deferrable && sections != null && sections.accepts(site.render, target) && !Surroundings.isEnclosed(site)) {
            return new PlaceholderFrame(this, sections, target);
        }
        return new SectionFrame(this, target);
    }

    // ---- out of order: called by Sections -------------------------------------------------------------------------

    /** From now on it has an output of its own. */
    void defer(String unguessable, Output own) {
        name = unguessable;
        out = own;
        host = site.render.host();
        frozen.render.host(this);
        if (host != null) {
            host.nested.add(this);
        }
    }

    /** The section whose output has the place of this one; null for the page. */
    @Nullable
    Section host() {
        return host;
    }

    /** The deferred sections which have their place in the output of this one. */
    List<Section> nested() {
        return nested;
    }

    /** Whether nothing but itself holds back its output. */
    boolean writesTo(Output target) {
        return target == out && target.holds() == (hasFallback() ? 1 : 0);
    }

    void start(BiFunction<Frame, RenderContext, Machine> machines) {
        Watching watching = frozen.render.watching();
        watch = watching == null ? null : watching.await(new Awaited(Awaited.Kind.SECTION, place()));
        machine = machines.apply(new SectionFrame(this, java.util.Objects.requireNonNull(out)), frozen.render);
    }

    /** Where it is written. */
    private String place() {
        return frozen.template.displayName() + ":" + Failures.line(position);
    }

    /** It has ended, or its slow part has failed; only the first call counts. */
    void ended(RenderOutcome outcome, @Nullable Throwable problem) {
        AwaitWatch told = watch;
        if (told != null) {
            watch = null;
            told.onEnd(outcome, problem);
        }
    }

    /**
     * Nobody wants it any more. Lets go of what it reads.
     *
     * @return the source it waited for, if it did
     */
    @Nullable
    AsyncSource abandon() {
        Machine running = machine;
        AsyncSource waitedFor = running == null ? null : running.abandon();
        machine = null;
        out = null;
        ended(RenderOutcome.CANCELLED, null);
        return waitedFor;
    }

    Machine machine() {
        return java.util.Objects.requireNonNull(machine);
    }

    String name() {
        return java.util.Objects.requireNonNull(name);
    }

    /** Its HTML, once it is through. */
    String text() {
        return java.util.Objects.requireNonNull(out).string();
    }

    boolean isSent() {
        return sent;
    }

    void sent() {
        sent = true;
        out = null;
        machine = null;
    }
}
