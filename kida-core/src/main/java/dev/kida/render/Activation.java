package dev.kida.render;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.output.Output;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of one unit of a template: which names it sees, which blocks are in force, and who started it. It is also what
 * functions and filters get as their view of the render. Not thread-safe; a render runs on one thread at a time.
 */
public final class Activation extends RunView implements CallOrigin {

    /** How an activation was started by its parent. */
    enum Link {
        ROOT,
        /** What precedes blocks that are rendered alone; of its output nothing is wanted. */
        SETUP,
        BLOCK,
        SLOT,
        PART,
        INCLUDE,
        /** An include that ends without output when a template is missing in it. */
        OPTIONAL_INCLUDE,
        EXTENDS,
        /** For the names that are assigned; of its output nothing is wanted. */
        IMPORT,
        COMPONENT
    }

    /** The unit of a run that is not to be started, or was. */
    static final int STARTED = -1;

    final Blocks blocks;
    final @Nullable Activation parent;
    final int site;
    final Link link;

    private int unit;

    // As with the names, what only some kinds of runs have is set where these are made.

    @Nullable
    TemplateCallable component;

    /** For slot content, the run that contains the {@code call}; null elsewhere. */
    @Nullable
    Activation written;

    /** The slot content that is being shown: this run, or the nearest one that it was started from; null outside of any. */
    @Nullable
    Activation content;

    private int callDepth;
    private int includeDepth;

    /** What a part of this unit says to it: how it left the loop around it, and the value it computed. */
    private int left;

    private @Nullable Object handed;

    /** A run that is as deep as the one that starts it. */
    private Activation(
            Activation parent,
            int site,
            Link link,
            CompiledTemplate template,
            int unit,
            Context context,
            Blocks blocks) {
        super(parent.render, template, context);
        this.unit = unit;
        this.blocks = blocks;
        this.parent = parent;
        this.site = site;
        this.link = link;
        this.callDepth = parent.callDepth;
        this.includeDepth = parent.includeDepth;
        if (parent.content != null) {
            this.content = parent.content;
        }
    }

    private Activation(
            RenderContext render, Link link, CompiledTemplate template, int unit, Context context, Blocks blocks) {
        super(render, template, context);
        this.unit = unit;
        this.blocks = blocks;
        this.parent = null;
        this.site = 0;
        this.link = link;
    }

    private Activation(Activation original, Snapshot snapshot) {
        super(snapshot.render(), original.template, snapshot.of(original.context));
        this.unit = STARTED;
        this.blocks = original.blocks;
        this.locals = original.locals;
        this.scope = snapshot.of(original.scope);
        this.outer = snapshot.ofNullable(original.outer);
        this.written = snapshot.ofNullable(original.written);
        this.content = original.content == original ? this : snapshot.ofNullable(original.content);
        this.parent = snapshot.ofNullable(original.parent);
        this.site = original.site;
        this.link = original.link;
        this.component = original.component;
        this.callDepth = original.callDepth;
        this.includeDepth = original.includeDepth;
    }

    /** This run with its names as they are now, for a section that goes its own way. */
    Activation copy(Snapshot snapshot) {
        return new Activation(this, snapshot);
    }

    /** The run of a page, which nobody in a template started. */
    static Activation root(RenderContext render, CompiledTemplate template, Context context) {
        return new Activation(render, Link.ROOT, template, CompiledTemplate.BODY, context, Blocks.NONE);
    }

    /** The run of what precedes blocks that are rendered alone. */
    static Activation setup(RenderContext render, CompiledTemplate template, Context context, Blocks inForce) {
        return new Activation(render, Link.SETUP, template, CompiledTemplate.SETUP, context, inForce);
    }

    /** The run of a whole template started by an include, an import, an embed or an extends. */
    Activation template(Link how, int at, CompiledTemplate started, Context names, Blocks inForce) {
        Activation run = new Activation(this, at, how, started, CompiledTemplate.BODY, names, inForce);
        if (how != Link.EXTENDS) {
            run.includeDepth++;
            run.checkIncludeDepth();
        }
        render.checkTime();
        return run;
    }

    /** The run of a template for the names that it assigns. */
    Activation imported(int at, CompiledTemplate module, Context names) {
        Activation run = template(Link.IMPORT, at, module, names, Blocks.NONE);
        if (module.onlyDefines()) {
            run.unit = CompiledTemplate.SETUP;
        }
        return run;
    }

    /** The run of a block of this or another template, placed here. */
    Activation block(int at, BlockRef ref) {
        render.checkTime();
        Activation place = ref.place();
        if (place == null) {
            return new Activation(this, at, Link.BLOCK, ref.template(), ref.unit(), context, blocks);
        }
        Activation defining = render.asOfNow(place);
        Activation run = new Activation(this, at, Link.BLOCK, ref.template(), ref.unit(), context, defining.blocks);
        run.locals = ref.locals();
        run.scope = defining.scope;
        run.outer = defining.outer;
        return run;
    }

    /** The run of a component body, called here; whether it may be called that deep is for the caller to check. */
    Activation component(
            int at,
            TemplateCallable called,
            CompiledTemplate defining,
            int body,
            Context names,
            Blocks inForce,
            @Nullable Object @Nullable [] arguments,
            @Nullable Activation definedIn) {
        Activation run = new Activation(this, at, Link.COMPONENT, defining, body, names, inForce);
        run.component = called;
        run.locals = arguments;
        run.outer = definedIn;
        run.callDepth++;
        return run;
    }

    @Override
    public Activation run() {
        return this;
    }

    @Override
    public int callDepth() {
        return callDepth;
    }

    @Override
    public boolean isInContent() {
        return content != null;
    }

    @Override
    public Activation asOfNow(Activation defining) {
        return render.asOfNow(defining);
    }

    /** The run of slot content that was written at another place and is shown here. */
    Activation slot(int at, Activation origin, int body, @Nullable Object[] captured, Scope bindings) {
        Activation run = new Activation(this, at, Link.SLOT, origin.template, body, origin.context, origin.blocks);
        run.locals = captured;
        run.scope = bindings;
        run.outer = origin.outer;
        run.written = origin;
        run.content = run;
        run.callDepth++;
        render.checkCall(run.callDepth);
        return run;
    }

    /** The run of a piece of this unit that was moved to a method of its own. */
    Activation part(int at, int piece, @Nullable Object[] captured) {
        return part(at, piece, captured, context);
    }

    /** The run of a piece of this unit with names of its own. */
    Activation part(int at, int piece, @Nullable Object[] captured, Context names) {
        Activation run = new Activation(this, at, Link.PART, template, piece, names, blocks);
        run.locals = captured;
        run.scope = scope;
        run.outer = outer;
        return run;
    }

    private void checkIncludeDepth() {
        int limit = render.settings().maxIncludeDepth();
        if (includeDepth > limit) {
            throw TemplateRuntimeException.depth("Includes are nested deeper than " + limit + "; look for a cycle");
        }
    }

    // ---- how it runs ----------------------------------------------------------------------------------------------

    /**
     * The run that {@link Prepare} made and nobody has started, or null if it answered with a value. Functions see a run only
     * while it runs, so that one of them that returns it returns a value, too.
     */
    static @Nullable Activation prepared(@Nullable Object answer) {
        return answer instanceof Activation run && run.unit != STARTED ? run : null;
    }

    /** The unit to run. Who asks starts it, which happens once. Called by generated code. */
    public int start() {
        int starting = unit;
        unit = STARTED;
        return starting;
    }

    /** Prepares this run of a template once more. */
    void repeat() {
        unit = CompiledTemplate.BODY;
        render.checkTime();
    }

    /** The code in the straight shape. Called by generated code. */
    public StraightCode code() {
        return template.straight();
    }

    /** Whether what it writes is wanted. */
    boolean isWritten() {
        return link != Link.IMPORT && link != Link.SETUP;
    }

    /** Where it writes that is started by who writes here. What only defines components writes nothing. */
    Output target(Output here) {
        if (isWritten() || template.onlyDefines()) {
            return here;
        }
        return link == Link.IMPORT ? render.dropped() : here.sibling();
    }

    /** After an import, the names that it offers; else null. */
    @Nullable
    Map<String, @Nullable Object> module() {
        return link == Link.IMPORT ? context.snapshot() : null;
    }

    /** Whether a template that is missing in it ends it without output. */
    boolean isOptional() {
        return link == Link.OPTIONAL_INCLUDE;
    }

    // ---- what a part of a unit tells the unit: called by generated code -------------------------------------------

    /** This part was left by a jump to the loop around it. */
    public void leave(int how) {
        java.util.Objects.requireNonNull(parent).left = how;
    }

    /** Whether the part that just ran was left in this way. */
    public boolean left(int how) {
        boolean was = left == how;
        if (was) {
            left = 0;
        }
        return was;
    }

    /** This part has computed a value. */
    public void hand(@Nullable Object value) {
        java.util.Objects.requireNonNull(parent).handed = value;
    }

    /** The value of the part that just ran. */
    public @Nullable Object handed() {
        Object value = handed;
        handed = null;
        return value;
    }

    // ---- what happens in the render ---------------------------------------------------------------------------

    /** {@code with}: binds a name until the render unwinds to the mark taken before. */
    public void bind(String name, @Nullable Object value) {
        render.undo(new Undo.Binding(context, name, context.ownValue(name)));
        context.put(name, value);
    }

    public @Nullable Undo mark() {
        return render.undoMark();
    }

    public void unwind(@Nullable Undo mark) {
        render.unwind(mark);
    }

    public void provide(String key, @Nullable Object value) {
        render.provide(key, value);
    }

    public void push(String stack, String text) {
        render.stacks().push(stack, text);
    }

    @Override
    public @Nullable Object call(@Nullable Object callable, @Nullable Object... positional) {
        render.checkRuns("A function of the page");
        return Units.value(
                render.settings().checked()
                        ? Bounded.call(this, callable, positional, Prepare.NO_NAMES, Prepare.NO_VALUES, site)
                        : Prepare.call(this, callable, positional, Prepare.NO_NAMES, Prepare.NO_VALUES, site));
    }
}
