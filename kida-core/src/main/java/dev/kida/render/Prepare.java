package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateNotFoundException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Calls;
import dev.kida.value.Dicts;
import dev.kida.value.Markup;
import dev.kida.value.Members;
import dev.kida.value.Sandbox;
import dev.kida.value.SandboxPolicy;
import dev.kida.value.Text;
import dev.kida.value.Truth;
import dev.kida.value.TypeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prepares everything that may run another unit: calls, blocks, includes, imports. The answer is a run,
 * which the shape that asked starts in its own way, or a value when there is nothing to run. Called by generated code.
 */
public final class Prepare {

    static final String[] NO_NAMES = {};
    /** No arguments. Read by generated code. */
    public static final @Nullable Object[] NO_VALUES = {};

    private Prepare() {}

    // ---- calls -----------------------------------------------------------------------------------------------------

    /** {@code callee(…)}. */
    public static @Nullable Object call(
            Activation site,
            @Nullable Object callee,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            int position) {
        if (callee instanceof TemplateCallable own) {
            return own.prepare(site, positional, names, named, position);
        }
        return Calls.invoke(callee, positional, names, named, site);
    }

    /** {@code receiver.name(…)}; a key of a map hides its methods. */
    public static @Nullable Object method(
            Activation site,
            @Nullable Object receiver,
            String name,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            int position) {
        Object value = receiver instanceof Map<?, ?> map ? Dicts.find(map, name) : Dicts.ABSENT;
        if (value != Dicts.ABSENT) {
            return call(site, value, positional, names, named, position);
        }
        return Members.invoke(
                receiver,
                name,
                positional,
                names,
                named,
                site,
                site.render.settings().strictUndefined());
    }

    /** {@code receiver?.name(…)}: undefined when the receiver or the member is null. */
    public static @Nullable Object optionalMethod(
            Activation site,
            @Nullable Object receiver,
            String name,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            int position) {
        if (receiver instanceof Map<?, ?> map && Dicts.find(map, name) instanceof TemplateCallable own) {
            return own.prepare(site, positional, names, named, position);
        }
        return Members.invokeOptional(
                receiver,
                name,
                positional,
                names,
                named,
                site,
                site.render.settings().strictUndefined());
    }

    /** {@code call}: a component with slot contents. */
    public static Object callBlock(
            Activation site,
            @Nullable Object callee,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            Caller caller,
            int position) {
        Bounded.checkCall(site, callee);
        if (callee instanceof DefValue component) {
            return component.prepare(site, positional, names, named, position, caller);
        }
        throw TemplateRuntimeException.type(
                "call needs a component, not " + TypeNames.of(callee), "Only a def takes slot content");
    }

    /** The receiver's member that {@code call receiver.name(…)} runs. */
    public static @Nullable Object memberToCall(Activation site, @Nullable Object receiver, String name) {
        SandboxPolicy policy = site.sandbox();
        if (policy != null) {
            Sandbox.check(policy, receiver, name);
        }
        return Members.get(receiver, name, site.render.settings().strictUndefined());
    }

    /** A slot placeholder inside a component that was invoked through {@code call}. */
    public static @Nullable Object slot(
            Activation site, Object caller, String slot, String[] names, @Nullable Object[] values, int position) {
        if (caller instanceof Caller own) {
            Map<String, @Nullable Object> bindings = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                bindings.put(names[i], values[i]);
            }
            return own.prepare(site, slot, bindings, position);
        }
        return call(site, caller, new Object[] {slot}, names, values, position);
    }

    /** What a placeholder finds under {@code caller}, or null when the component was called directly. */
    public static @Nullable Object caller(Activation activation) {
        Object caller = activation.scopedOrUndefined("caller");
        return Truth.of(caller) ? caller : null;
    }

    // ---- blocks ----------------------------------------------------------------------------------------------------

    /** The definition of a block that is in force here; {@code own} is this template's. */
    public static @Nullable Object block(Activation site, String name, int own, int position) {
        Map<String, Object> ready = site.render.options().cachedBlocks();
        if (!ready.isEmpty()) {
            Object html = ready.get(name);
            if (html != null) {
                return html instanceof Markup ? html : Markup.of(Text.of(html));
            }
        }
        BlockRef override = site.blocks.find(name);
        BlockRef ref = override == null ? new BlockRef(site.template, own, null, null) : override;
        return site.block(position, ref);
    }

    /** A piece of a large unit. */
    public static Object part(Activation site, int unit, @Nullable Object[] captured, int position) {
        return site.part(position, unit, captured);
    }

    // ---- other templates --------------------------------------------------------------------------------------------

    /** The parent of {@code extends}. */
    public static Object parent(Activation site, @Nullable Object name, int position) {
        checkParents(site);
        int depth = 0;
        for (Activation at = site; at != null && at.link == Activation.Link.EXTENDS; at = at.parent) {
            depth++;
        }
        int limit = site.render.settings().maxExtendsDepth();
        if (depth >= limit) {
            throw TemplateRuntimeException.depth(
                    "Templates extend each other deeper than " + limit + "; look for a cycle");
        }
        CompiledTemplate parent = load(site, name, "extends");
        return site.template(Activation.Link.EXTENDS, position, parent, site.context, site.blocks.over(site.template));
    }

    /** Refuses a template that is above itself by literal names alone: what computes a name may end such a circle. */
    private static void checkParents(Activation site) {
        String name = site.template.name();
        if (name == null) {
            return;
        }
        for (Activation at = site; at.link == Activation.Link.EXTENDS && at.parent != null; ) {
            at = at.parent;
            if (name.equals(at.template.name())) {
                checkComputed(site, at);
            }
        }
    }

    private static void checkComputed(Activation last, Activation first) {
        List<CompiledTemplate> circle = new ArrayList<>();
        for (Activation at = last.parent; at != null && at != first.parent; at = at.parent) {
            if (at.template.facts().literalParent() == null) {
                return;
            }
            circle.add(0, at.template);
        }
        throw Chain.circle(circle);
    }

    /** {@code include}. */
    public static Activation include(Activation site, @Nullable Object name, Context context, int position) {
        CompiledTemplate template = load(site, name, "include");
        return site.template(Activation.Link.INCLUDE, position, template, context, Blocks.NONE);
    }

    /** {@code include … ignore missing}; null when there is no such template. */
    public static @Nullable Object optionalInclude(
            Activation site, @Nullable Object name, Context context, int position) {
        CompiledTemplate template;
        try {
            template = load(site, name, "include");
        } catch (TemplateNotFoundException missing) {
            return null;
        }
        return site.template(Activation.Link.OPTIONAL_INCLUDE, position, template, context, Blocks.NONE);
    }

    /** {@code embed}. */
    public static Activation embed(
            Activation site, @Nullable Object name, Context context, Overrides overrides, int position) {
        CompiledTemplate template = load(site, name, "include");
        Blocks blocks = site.blocks.with(overrides.refs());
        return site.template(Activation.Link.INCLUDE, position, template, context, blocks);
    }

    /** {@code import}: runs the template for the names it assigns. */
    public static Activation module(Activation site, @Nullable Object name, boolean withContext, int position) {
        CompiledTemplate template = load(site, name, "import");
        checkCircle(site, template);
        Context context = withContext ? site.context.copy() : site.context.globalsOnly();
        return site.imported(position, template, context);
    }

    private static void checkCircle(Activation site, CompiledTemplate imported) {
        String name = imported.name();
        if (name == null) {
            return;
        }
        for (Activation at = site; at != null; at = at.parent) {
            if ((at == site || at.link == Activation.Link.IMPORT) && name.equals(at.template.name())) {
                throw circle(site, imported, at);
            }
        }
    }

    private static TemplateRuntimeException circle(Activation site, CompiledTemplate imported, Activation last) {
        StringBuilder chain = new StringBuilder(imported.displayName());
        for (Activation at = site; at != null && at != last.parent; at = at.parent) {
            if (at == site || at.link == Activation.Link.IMPORT) {
                chain.insert(0, at.template.displayName() + " → ");
            }
        }
        return new TemplateRuntimeException(ErrorCode.K_TPL_003, "Circular import: " + chain);
    }

    /** The names one include with its own context gets: a copy of this context. */
    public static Context copyContext(Activation site) {
        return site.context.copy();
    }

    /** Adds everything in the innermost scope to a copied context. */
    public static void putScope(Activation site, Context copy) {
        if (site.scope != null) {
            site.scope.values().forEach(copy::put);
        }
    }

    /** The names of {@code without context}: globals alone. */
    public static Context emptyContext(Activation site) {
        return site.context.globalsOnly();
    }

    public static Context sameContext(Activation site) {
        return site.context;
    }

    private static CompiledTemplate load(Activation site, @Nullable Object name, String statement) {
        if (!(name instanceof CharSequence text)) {
            throw TemplateRuntimeException.type(statement + " needs the name of a template, not " + TypeNames.of(name));
        }
        RenderContext render = site.render;
        CompiledTemplate template = site.template
                .reference(text.toString(), render.settings().aliases())
                .load(render.templates());
        if (render.refusesToWait() && template.async()) {
            throw new TemplateRuntimeException(
                    ErrorCode.K_RUN_007,
                    "Template '" + template.displayName() + "' uses async constructs (async for / await) and cannot be "
                            + "reached by a synchronous render",
                    null,
                    "Use renderStreamAsync() or renderAsync()");
        }
        return template;
    }
}
