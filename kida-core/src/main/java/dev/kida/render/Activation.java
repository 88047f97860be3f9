package dev.kida.render;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.error.UndefinedException;
import dev.kida.value.SandboxPolicy;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Undefined;
import dev.kida.value.Values;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of one unit of a template: which names it sees, which blocks are in force, and who started it. It is also what
 * functions and filters get as their view of the render. Not thread-safe; a render runs on one thread at a time.
 */
public final class Activation implements RenderState, CallOrigin {

    /** How an activation was started by its parent. */
    enum Link {
        ROOT,
        BLOCK,
        SLOT,
        PART,
        INCLUDE,
        EXTENDS,
        IMPORT,
        COMPONENT
    }

    final RenderContext render;
    final CompiledTemplate template;
    final Context context;
    final Blocks blocks;
    final @Nullable Activation parent;
    final int site;
    final Link link;

    // What only some kinds of runs have is set where these are made. A constructor that assigned all of it would be too
    // much
    // for the JIT to put where a run is started, and every reference that is stored elsewhere costs a write barrier.

    @Nullable
    TemplateCallable component;

    @Nullable
    Object @Nullable [] locals;

    @Nullable
    Scope scope;

    /** Where a component looks for scopes of the place that defined it; null elsewhere. */
    @Nullable
    Activation outer;

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

    /** Where the filter or test stands that is being applied. */
    private int place;

    /** A run that is as deep as the one that starts it. */
    private Activation(
            Activation parent, int site, Link link, CompiledTemplate template, Context context, Blocks blocks) {
        this.render = parent.render;
        this.template = template;
        this.context = context;
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

    private Activation(RenderContext render, CompiledTemplate template, Context context, Blocks blocks) {
        this.render = render;
        this.template = template;
        this.context = context;
        this.blocks = blocks;
        this.parent = null;
        this.site = 0;
        this.link = Link.ROOT;
    }

    private Activation(Activation original, Snapshot snapshot) {
        this.render = snapshot.render();
        this.template = original.template;
        this.context = snapshot.of(original.context);
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

    /** The run nobody in a template started. */
    static Activation root(RenderContext render, CompiledTemplate template, Context context, Blocks blocks) {
        return new Activation(render, template, context, blocks);
    }

    /** The run of a whole template started by an include, an import, an embed or an extends. */
    Activation template(Link how, int at, CompiledTemplate started, Context names, Blocks inForce) {
        Activation run = new Activation(this, at, how, started, names, inForce);
        if (how != Link.EXTENDS) {
            run.includeDepth++;
            run.checkIncludeDepth();
        }
        render.checkTime();
        return run;
    }

    /** The run of a block of this or another template, placed here. */
    Activation block(int at, BlockRef ref) {
        Activation run = new Activation(this, at, Link.BLOCK, ref.template(), context, blocks);
        if (ref.place() != null) {
            Activation defining = render.asOfNow(ref.place());
            run.locals = ref.locals();
            run.scope = defining.scope;
            run.outer = defining.outer;
        }
        render.checkTime();
        return run;
    }

    /** The run of a component body, called here; whether it may be called that deep is for the caller to check. */
    Activation component(
            int at,
            TemplateCallable called,
            CompiledTemplate defining,
            Context names,
            Blocks inForce,
            @Nullable Object @Nullable [] arguments,
            @Nullable Activation definedIn) {
        Activation run = new Activation(this, at, Link.COMPONENT, defining, names, inForce);
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
    Activation slot(int at, Activation origin, @Nullable Object[] captured, Scope bindings) {
        Activation run = new Activation(this, at, Link.SLOT, origin.template, origin.context, origin.blocks);
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
    Activation part(int at, @Nullable Object[] captured) {
        return part(at, captured, context);
    }

    /** The run of a piece of this unit with names of its own. */
    Activation part(int at, @Nullable Object[] captured, Context names) {
        Activation run = new Activation(this, at, Link.PART, template, names, blocks);
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

    // ---- names: called by generated code --------------------------------------------------------------------

    /** A name of the context. */
    public @Nullable Object name(String name) {
        Object value = context.get(name);
        if (value == Context.MISSING) {
            throw undefined(name);
        }
        return Values.unwrap(value);
    }

    /** A name of the context, or the undefined value. */
    public @Nullable Object nameOrUndefined(String name) {
        Object value = context.get(name);
        if (value == Context.MISSING) {
            return Undefined.INSTANCE;
        }
        return Values.unwrap(value);
    }

    /** A name of the scopes, else of the context. */
    public @Nullable Object scoped(String name) {
        Object value = inScopes(name);
        return value == Context.MISSING ? name(name) : value;
    }

    /** A name of the scopes, else of the context, else the undefined value. */
    public @Nullable Object scopedOrUndefined(String name) {
        Object value = inScopes(name);
        return value == Context.MISSING ? nameOrUndefined(name) : value;
    }

    private @Nullable Object inScopes(String name) {
        for (Activation at = this; at != null; at = at.outer) {
            for (Scope s = at.scope; s != null; s = s.parent) {
                Object value = s.get(name);
                if (value != Context.MISSING) {
                    return value;
                }
            }
        }
        return Context.MISSING;
    }

    /** {@code set}: writes the innermost scope, or the context where none is open. */
    public void set(String name, @Nullable Object value) {
        if (scope == null) {
            context.put(name, value);
        } else {
            scope.set(name, value);
        }
    }

    /** {@code let}, {@code export} and every statement that binds a name for the rest of the template. */
    public void let(String name, @Nullable Object value) {
        context.put(name, value);
    }

    /** {@code with}: binds a name until the render unwinds to the mark taken before. */
    public void bind(String name, @Nullable Object value) {
        render.undo(new Undo.Binding(context, name, context.ownValue(name)));
        context.put(name, value);
    }

    public void pushScope() {
        scope = new Scope(scope);
    }

    public @Nullable Scope scope() {
        return scope;
    }

    public void restoreScope(@Nullable Scope to) {
        scope = to;
    }

    /** A filter or test is about to be applied, at this place. */
    public void at(int position) {
        place = position;
    }

    /** A value captured from the place where this unit was written, or an argument. */
    public @Nullable Object local(int index) {
        return java.util.Objects.requireNonNull(locals)[index];
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

    private UndefinedException undefined(String name) {
        UndefinedException problem = UndefinedException.variable(name, this::visibleNames, context::globalNames);
        String kind = template.componentKind(name);
        if (kind != null) {
            problem.declaredAs(kind);
        }
        return problem;
    }

    private Set<String> visibleNames() {
        Set<String> names = new LinkedHashSet<>(context.names());
        for (Activation at = this; at != null; at = at.outer) {
            for (Scope s = at.scope; s != null; s = s.parent) {
                names.addAll(s.values().keySet());
            }
        }
        return names;
    }

    // ---- RenderState --------------------------------------------------------------------------------------------

    @Override
    public @Nullable Object attribute(Object key) {
        return render.options().attributes().get(key);
    }

    @Override
    public @Nullable String templateName() {
        return template.name();
    }

    @Override
    public void doNotCache() {
        render.personalText();
    }

    @Override
    public @Nullable Object meta(String key) {
        render.checkRuns("The metadata of a render");
        render.metadataRead(key);
        return render.options().metadata().get(key);
    }

    @Override
    public @Nullable Object consume(String key, @Nullable Object fallback) {
        render.checkRuns("consume('" + key + "')");
        return render.consume(key, fallback);
    }

    @Override
    public boolean autoescape() {
        return template.escape();
    }

    @Override
    public Locale locale() {
        return render.locale();
    }

    @Override
    public ZoneId zone() {
        return render.zone();
    }

    @Override
    public String place() {
        return template.displayName() + ":" + Failures.line(place);
    }

    @Override
    public void warn(String filter, String message) {
        render.warn(template.displayName(), Failures.line(place), filter, message);
    }

    @Override
    public String translate(String message) {
        return render.settings().translations().translate(message, render.locale());
    }

    @Override
    public String translatePlural(String one, String many, @Nullable Object count) {
        long n = count instanceof Number number ? number.longValue() : count instanceof Boolean b && b ? 1 : 0;
        return render.settings().translations().translatePlural(one, many, n, render.locale());
    }

    @Override
    public @Nullable TemplateFunction findFilter(String name) {
        TemplateFunction filter = template.filters().get(name);
        return filter == null || !render.settings().checked() ? filter : new Bounded.Filter(filter, this);
    }

    @Override
    public @Nullable SandboxPolicy sandbox() {
        return render.settings().sandbox();
    }

    @Override
    public @Nullable TemplateFunction findTest(String name) {
        return template.tests().get(name);
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
