package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.MemberProvider;
import dev.kida.value.Sandbox;
import dev.kida.value.SandboxPolicy;
import dev.kida.value.Text;
import dev.kida.value.TypeNames;
import dev.kida.value.Undefined;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attribute that a filter such as {@code sort} or {@code selectattr} reads from every item; {@code a.b} is followed
 * step by step unless an item has a key with that very name.
 *
 * <p>Reading never fails on a miss. Of a map only its keys are seen, so that data can never be mistaken for a method.
 */
final class AttributePath {

    private static final Object MISSING = new Object();

    private final String name;
    private final String[] steps;
    private final @Nullable SandboxPolicy policy;

    private AttributePath(String name, String[] steps, @Nullable SandboxPolicy policy) {
        this.name = name;
        this.steps = steps;
        this.policy = policy;
    }

    static AttributePath of(@Nullable Object argument, CallContext context) {
        if (!Text.isText(argument) || argument == null) {
            throw TemplateRuntimeException.type("an attribute name must be text, not " + TypeNames.of(argument));
        }
        String name = argument.toString();
        String[] steps = name.indexOf('.') < 0 ? new String[0] : name.split("\\.", -1);
        if (context.sandbox() != null) {
            Sandbox.checkName(name);
            for (String step : steps) {
                Sandbox.checkName(step);
            }
        }
        return new AttributePath(name, steps, context.sandbox());
    }

    /** A name that is taken as it is, dots included. */
    static AttributePath literal(String name, CallContext context) {
        return new AttributePath(name, new String[0], context.sandbox());
    }

    /** A name that the engine reads for itself, whatever templates may read. */
    static AttributePath trusted(String name) {
        return new AttributePath(name, new String[0], null);
    }

    String name() {
        return name;
    }

    /** The attribute of the item, or what stands in for it when the item has none; null when it is null. */
    @Nullable
    Object read(@Nullable Object item, @Nullable Object standIn) {
        Object value = steps.length > 0 && policy != null && !isKey(item, name) ? MISSING : step(item, name);
        if (value == MISSING && steps.length > 0) {
            value = item;
            for (int i = 0; i < steps.length && value != MISSING; i++) {
                value = step(value, steps[i]);
            }
        }
        return value == MISSING ? standIn : value;
    }

    /** Whether the name with its dots is a name itself; if not, what a policy says of it does not matter. */
    private static boolean isKey(@Nullable Object item, String name) {
        return item instanceof MemberProvider
                || (item instanceof Map<?, ?> map && MapKeys.get(map, name, MISSING) != MISSING);
    }

    private @Nullable Object step(@Nullable Object item, String name) {
        if (item == null || item instanceof Undefined) {
            return MISSING;
        }
        if (item instanceof Map<?, ?> map) {
            if (policy != null) {
                Sandbox.checkAttribute(policy, map, name);
            }
            return MapKeys.get(map, name, MISSING);
        }
        return Sandbox.find(item, name, MISSING, policy);
    }
}
