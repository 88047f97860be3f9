package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.Similarity;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.output.Output;
import dev.kida.value.BriefText;
import dev.kida.value.Calls;
import dev.kida.value.Dicts;
import dev.kida.value.Iteration;
import dev.kida.value.Markup;
import dev.kida.value.Range;
import dev.kida.value.SafeHtml;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.TextOps;
import dev.kida.value.Truth;
import dev.kida.value.Undefined;
import dev.kida.value.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What statements do besides control flow. Called by generated code. */
public final class Statements {

    /** White space of Unicode, as the language has it everywhere (spec 01 §5). */
    private static final Pattern BETWEEN_TAGS =
            Pattern.compile(">[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+<");

    private Statements() {}

    // ---- literals and functions ------------------------------------------------------------------------------------

    /** A new list that can grow. */
    public static Object list(@Nullable Object[] values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    /** Copies constants into a long array. */
    public static void fill(@Nullable Object[] constants, @Nullable Object[] array, int from) {
        System.arraycopy(constants, 0, array, from, constants.length);
    }

    /** A new map from keys and values in turn; a list or a map as key is refused (spec 02 §15). */
    public static Object dict(@Nullable Object[] entries) {
        return Dicts.of(entries);
    }

    public static Object range(@Nullable Object start, @Nullable Object end, @Nullable Object step, boolean inclusive) {
        return Range.literal(start, end, inclusive, step);
    }

    /** A turn of a loop that has no state of its own. */
    public static void turn(Activation activation) {
        activation.render.budget().turn();
    }

    /** Applies a filter or a test. */
    public static @Nullable Object apply(
            TemplateFunction function,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            Activation activation) {
        return Calls.invoke(function, positional, names, named, activation);
    }

    public static @Nullable Object[] prepend(@Nullable Object first, @Nullable Object[] rest) {
        @Nullable Object[] all = new @Nullable Object[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    // ---- guards ----------------------------------------------------------------------------------------------------

    /** Neither null nor undefined. */
    public static boolean isPresent(@Nullable Object value) {
        return value != null && value != Undefined.INSTANCE;
    }

    /** {@code is defined}; the null of an attribute counts as defined. */
    public static boolean isDefined(@Nullable Object value, boolean nullCounts) {
        return value == null ? nullCounts : value != Undefined.INSTANCE;
    }

    /** Whether every element of a tuple is true. */
    public static boolean allTrue(@Nullable Object tuple) {
        for (Object value : (List<?>) Objects.requireNonNull(tuple)) {
            if (!Truth.of(value)) {
                return false;
            }
        }
        return true;
    }

    /** The elements of a list with exactly that many, or null. */
    public static @Nullable Object @Nullable [] sequence(@Nullable Object value, int length) {
        @Nullable Object @Nullable [] elements = Iteration.elementsOrNull(value, length);
        if (elements == null) {
            Values.requireAwaited(value, "compare");
        }
        return elements;
    }

    /** Reached when code that must wait runs in a render that cannot. */
    public static @Nullable Object cannotAwait() {
        throw new TemplateRuntimeException(
                ErrorCode.K_RUN_007,
                "An async construct (async for / await) was reached in a synchronous call",
                null,
                "Use renderStreamAsync() or renderAsync(), and call the component from the template itself");
    }

    // ---- text ------------------------------------------------------------------------------------------------------

    public static Output buffer(Activation activation) {
        return activation.render.text();
    }

    public static Object markup(String text) {
        return Markup.of(text);
    }

    /** Prints a value without escaping it. */
    public static void raw(@Nullable Object value, Output out) {
        out.raw(value instanceof SafeHtml safe ? safe.toHtml() : Text.of(value));
    }

    /** Removes white space between tags and at both ends (spec 03 §21). */
    public static String spaceless(String text) {
        return TextOps.strip(BETWEEN_TAGS.matcher(text).replaceAll("><"), null);
    }

    public static void stack(Activation activation, Output out, String name) {
        activation.render.stacks().print(name, out);
    }

    public static void trans(
            Activation activation,
            Output out,
            String singular,
            @Nullable String plural,
            String[] names,
            @Nullable Object[] values,
            boolean escape) {
        out.raw(Trans.render(activation, singular, plural, names, values, escape));
    }

    // ---- cache -----------------------------------------------------------------------------------------------------

    public static @Nullable String cached(Activation activation, String key) {
        return Fragments.get(activation.render.settings().fragments(), key);
    }

    /** What {@link #store} needs to know about the moment before the body. */
    public static Object cacheMark(Activation activation) {
        return activation.render.secretsRead();
    }

    /**
     * Stores a rendered fragment; what another render stored meanwhile wins. A fragment whose body asked for the token or
     * the nonce of this response is not stored. A life that cannot be read is that of the engine, and a warning.
     */
    public static String store(
            Activation activation, String key, @Nullable Object ttl, @Nullable Object mark, String text, int position) {
        if (!Objects.equals(mark, activation.render.secretsRead())) {
            return text;
        }
        Duration life = Ttl.of(ttl);
        Duration usual = activation.render.settings().fragmentTtl();
        if (life == null && isPresent(ttl)) {
            activation.render.warn(
                    activation.template.displayName(),
                    Failures.line(position),
                    "cache",
                    "ttl " + BriefText.of("ttl", ttl) + " is neither a number of seconds nor a text such as '5m'");
        }
        return Fragments.put(activation.render, key, text, life == null ? usual : life);
    }

    // ---- imports ---------------------------------------------------------------------------------------------------

    /** One name of an imported template; it must be callable (spec 03 §15). */
    public static Object imported(@Nullable Object module, String name) {
        Map<?, ?> names = (Map<?, ?>) Objects.requireNonNull(module);
        Object value = names.get(name);
        if (value instanceof TemplateFunction
                || value instanceof Callable
                || value instanceof java.util.function.Function) {
            return value;
        }
        List<String> callables = names.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof TemplateCallable)
                .map(entry -> String.valueOf(entry.getKey()))
                .toList();
        String similar = Similarity.closest(name, callables);
        throw new TemplateRuntimeException(
                ErrorCode.K_RUN_008,
                value == null
                        ? "The imported template has no component '" + name + "'"
                        : "'" + name + "' of the imported template is not a component",
                null,
                similar == null ? null : "Did you mean '" + similar + "'?");
    }
}
