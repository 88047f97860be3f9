package dev.kida.render;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Tuple;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a component, and how arguments are bound to them (spec 04 §1).
 *
 * @param names of the plain parameters, in order
 * @param required how many of them have no default; they come first
 * @param varargs the name of {@code *name}, or null
 * @param keywords the name of {@code **name}, or null
 */
public record Parameters(
        List<String> names,
        int required,
        @Nullable String varargs,
        @Nullable String keywords) {

    /** Number of bound values: the plain parameters, then varargs, then keywords. */
    int size() {
        return names.size() + (varargs == null ? 0 : 1) + (keywords == null ? 0 : 1);
    }

    /** The name of a bound value. */
    String nameAt(int index) {
        if (index < names.size()) {
            return names.get(index);
        }
        return java.util.Objects.requireNonNull(index == names.size() && varargs != null ? varargs : keywords);
    }

    /**
     * Whether arguments, in this order, are those of the first parameters, and the others have defaults.
     *
     * @param positional how many have no name
     * @param given the names of the others
     */
    boolean startWith(int positional, String[] given) {
        int count = positional + given.length;
        if (varargs != null || keywords != null || count < required || count > names.size()) {
            return false;
        }
        for (int i = 0; i < given.length; i++) {
            if (!names.get(positional + i).equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Binds arguments; a parameter that got none holds {@link Context#MISSING}. The positional arguments are the caller's no
     * more: where they are all there is, they are the answer.
     *
     * @throws TemplateRuntimeException K-RUN-012 for missing, surplus, unknown or doubly given arguments
     */
    @Nullable
    Object[] bind(String component, @Nullable Object[] positional, String[] given, @Nullable Object[] values) {
        int plain = names.size();
        if (positional.length == plain && given.length == 0 && varargs == null && keywords == null) {
            return positional;
        }
        @Nullable Object[] bound = new @Nullable Object[size()];
        Arrays.fill(bound, 0, plain, Context.MISSING);
        int taken = Math.min(plain, positional.length);
        System.arraycopy(positional, 0, bound, 0, taken);
        int next = plain;
        if (varargs != null) {
            bound[next++] = Tuple.of(Arrays.copyOfRange(positional, taken, positional.length));
        } else if (positional.length > plain) {
            throw TemplateRuntimeException.type(
                    component + "() takes " + plain + " arguments, but " + positional.length + " were given");
        }
        Map<String, @Nullable Object> rest = keywords == null ? null : new LinkedHashMap<>();
        if (rest != null) {
            bound[next] = rest;
        }
        for (int i = 0; i < given.length; i++) {
            bindNamed(component, bound, rest, given[i], values[i]);
        }
        for (int i = 0; i < required; i++) {
            if (bound[i] == Context.MISSING) {
                throw TemplateRuntimeException.type(
                        component + "() misses the required argument '" + names.get(i) + "'");
            }
        }
        return bound;
    }

    private void bindNamed(
            String component,
            @Nullable Object[] bound,
            @Nullable Map<String, @Nullable Object> rest,
            String name,
            @Nullable Object value) {
        int index = names.indexOf(name);
        if (index < 0) {
            if (rest == null) {
                throw TemplateRuntimeException.type(component + "() has no parameter '" + name + "'");
            }
            rest.put(name, value);
        } else if (bound[index] != Context.MISSING) {
            throw TemplateRuntimeException.type(component + "() got two values for '" + name + "'");
        } else {
            bound[index] = value;
        }
    }
}
