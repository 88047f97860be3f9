package dev.kida.render;

import dev.kida.output.Output;
import dev.kida.value.Arithmetic;
import dev.kida.value.BoundMethod;
import dev.kida.value.CallContext;
import dev.kida.value.Comparisons;
import dev.kida.value.Dicts;
import dev.kida.value.Members;
import dev.kida.value.Range;
import dev.kida.value.Sandbox;
import dev.kida.value.SandboxPolicy;
import dev.kida.value.Signature;
import dev.kida.value.Subscripts;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.ValueFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What generated code calls instead of the plain operations in an engine that bounds the size of values and pages. Called
 * by generated code.
 */
public final class Bounded {

    private Bounded() {}

    /** A filter or a test that another filter applies. */
    record Filter(TemplateFunction function, Growth growth) implements TemplateFunction {

        @Override
        public String name() {
            return function.name();
        }

        @Override
        public Signature signature() {
            return function.signature();
        }

        @Override
        public @Nullable Object call(@Nullable Object[] arguments, CallContext context) {
            Object subject = arguments.length == 0 ? null : arguments[0];
            growth.checkCall(name(), subject, arguments, 1, Prepare.NO_VALUES);
            Object value = function.call(arguments, context);
            growth.checkResult(value);
            return value;
        }
    }

    private static Growth growth(Activation activation) {
        return activation.render.growth();
    }

    // ---- output ----------------------------------------------------------------------------------------------------

    /** What was written last may have passed the bound of the output. */
    public static void written(Output out) {
        if (out.isOver()) {
            throw Growth.tooMuchOutput(out.bound());
        }
    }

    /** A value that is about to be printed. */
    public static @Nullable Object printed(@Nullable Object value, Activation activation) {
        growth(activation).checkText(value);
        return value;
    }

    // ---- operators -------------------------------------------------------------------------------------------------

    public static Object add(@Nullable Object a, @Nullable Object b, Activation activation) {
        growth(activation).checkSum(a, b);
        return result(Arithmetic.add(a, b), activation);
    }

    public static Object concat(@Nullable Object a, @Nullable Object b, Activation activation) {
        growth(activation).checkText(a);
        growth(activation).checkText(b);
        return result(Arithmetic.concat(a, b), activation);
    }

    public static Object multiply(@Nullable Object a, @Nullable Object b, Activation activation) {
        growth(activation).checkProduct(a, b);
        return result(Arithmetic.multiply(a, b), activation);
    }

    public static Object power(@Nullable Object a, @Nullable Object b, Activation activation) {
        growth(activation).checkPower(a, b);
        return result(Arithmetic.power(a, b), activation);
    }

    public static Object modulo(@Nullable Object a, @Nullable Object b, Activation activation) {
        if (!Text.isText(a)) {
            return result(Arithmetic.modulo(a, b), activation);
        }
        Growth growth = growth(activation);
        growth.checkPrintf(a, b);
        return result(ValueFormat.printf(a, b, growth.length()), activation);
    }

    public static boolean equal(@Nullable Object a, @Nullable Object b, Activation activation) {
        growth(activation).checkComparison(a, b);
        return Comparisons.equal(a, b);
    }

    public static boolean identical(@Nullable Object a, @Nullable Object b, Activation activation) {
        growth(activation).checkComparison(a, b);
        return Comparisons.identical(a, b);
    }

    public static boolean contains(@Nullable Object value, @Nullable Object container, Activation activation) {
        growth(activation).checkComparison(value, container);
        return Comparisons.contains(value, container);
    }

    public static boolean less(@Nullable Object a, @Nullable Object b, Activation activation) {
        growth(activation).checkComparison(a, b);
        return Comparisons.less(a, b);
    }

    public static boolean lessEqual(@Nullable Object a, @Nullable Object b, Activation activation) {
        growth(activation).checkComparison(a, b);
        return Comparisons.lessEqual(a, b);
    }

    public static boolean greater(@Nullable Object a, @Nullable Object b, Activation activation) {
        growth(activation).checkComparison(a, b);
        return Comparisons.greater(a, b);
    }

    public static boolean greaterEqual(@Nullable Object a, @Nullable Object b, Activation activation) {
        growth(activation).checkComparison(a, b);
        return Comparisons.greaterEqual(a, b);
    }

    public static Object range(
            @Nullable Object start,
            @Nullable Object end,
            @Nullable Object step,
            boolean inclusive,
            Activation activation) {
        return result(Range.literal(start, end, inclusive, step), activation);
    }

    private static Object result(Object value, Activation activation) {
        growth(activation).checkResult(value);
        return value;
    }

    // ---- what the sandbox lets a template reach ------------------------------------------------------------------

    /** {@code receiver.name}; the mode is one of {@link Members}. */
    public static @Nullable Object member(@Nullable Object receiver, String name, int mode, Activation activation) {
        return Sandbox.get(receiver, name, mode, Objects.requireNonNull(activation.sandbox()));
    }

    /** {@code object[key]}. */
    public static @Nullable Object item(@Nullable Object object, @Nullable Object key, Activation activation) {
        checkKey(object, key, activation);
        return Subscripts.item(object, key);
    }

    /** {@code object?[key]}. */
    public static @Nullable Object itemOptional(
            @Nullable Object object, @Nullable Object key, boolean strict, Activation activation) {
        checkKey(object, key, activation);
        return Subscripts.itemOptional(object, key, strict);
    }

    private static void checkKey(@Nullable Object object, @Nullable Object key, Activation activation) {
        SandboxPolicy policy = activation.sandbox();
        if (policy != null && object instanceof Map) {
            Sandbox.checkKey(policy, object, key);
        }
    }

    /** Functions of the engine's own, such as {@code has_slot}, are part of the language. */
    static void checkCall(Activation site, @Nullable Object callee) {
        SandboxPolicy policy = site.sandbox();
        if (policy != null && !(callee instanceof EngineFunction)) {
            Sandbox.checkCall(policy, callee, site.context.globalValues());
        }
    }

    private static void checkMethod(Activation site, @Nullable Object receiver, String name) {
        SandboxPolicy policy = site.sandbox();
        if (policy == null) {
            return;
        }
        Object value = receiver instanceof Map<?, ?> map ? Dicts.find(map, name) : Dicts.ABSENT;
        if (value != Dicts.ABSENT) {
            Sandbox.check(policy, receiver, name);
            checkCall(site, value);
        } else {
            Sandbox.checkMethod(policy, receiver, name);
        }
    }

    // ---- calls -----------------------------------------------------------------------------------------------------

    /** As {@link Statements#apply}. */
    public static @Nullable Object apply(
            TemplateFunction function,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            Activation activation) {
        Growth growth = growth(activation);
        growth.checkCall(function.name(), positional.length == 0 ? null : positional[0], positional, 1, named);
        Object value = Statements.apply(function, positional, names, named, activation);
        growth.checkResult(value);
        return value;
    }

    /** As {@link Prepare#call}. */
    public static @Nullable Object call(
            Activation site,
            @Nullable Object callee,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            int position) {
        checkCall(site, callee);
        if (callee instanceof BoundMethod method) {
            growth(site).checkCall(method.name(), method.receiver(), positional, 0, named);
        } else if (callee instanceof TemplateFunction function && !function.isComponent()) {
            growth(site).checkArguments(function.name(), null, positional, 0, named);
        }
        Object value = Prepare.call(site, callee, positional, names, named, position);
        growth(site).checkResult(value);
        return value;
    }

    /** As {@link Prepare#method}. */
    public static @Nullable Object method(
            Activation site,
            @Nullable Object receiver,
            String name,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            int position) {
        checkMethod(site, receiver, name);
        growth(site).checkCall(name, receiver, positional, 0, named);
        Object value = Prepare.method(site, receiver, name, positional, names, named, position);
        growth(site).checkResult(value);
        return value;
    }

    /** As {@link Prepare#optionalMethod}. */
    public static @Nullable Object optionalMethod(
            Activation site,
            @Nullable Object receiver,
            String name,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            int position) {
        checkMethod(site, receiver, name);
        growth(site).checkCall(name, receiver, positional, 0, named);
        Object value = Prepare.optionalMethod(site, receiver, name, positional, names, named, position);
        growth(site).checkResult(value);
        return value;
    }
}
