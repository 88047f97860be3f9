package dev.kida.value;

import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** How a template value becomes an argument of a Java method, if it can without loss. */
final class Conversions {

    /** The cost of passing a value as itself to a parameter of a wider type. */
    private static final int WIDER = 2;

    private static final int ENUM = 6;
    private static final int FUNCTION = 7;

    /** The cost of passing anything as an {@code Object}: only if nothing else fits. */
    private static final int OBJECT = 20;

    private static final int IMPOSSIBLE = -1;

    private Conversions() {}

    /** How far a value is from a parameter type; negative if it cannot be passed. */
    static int cost(Class<?> type, @Nullable Object value) {
        if (value == null) {
            return type.isPrimitive() ? IMPOSSIBLE : 0;
        }
        Class<?> target = wrap(type);
        if (target == value.getClass()) {
            return type.isPrimitive() ? 0 : 1;
        }
        if (value instanceof Number number && Number.class.isAssignableFrom(target) && target != Number.class) {
            return numberCost(target, number);
        }
        if (Text.isText(value) && !target.isInstance(value)) {
            return textCost(target, Text.string(value));
        }
        if (target.isInstance(value)) {
            return type == Object.class ? OBJECT : WIDER;
        }
        return isCallable(value) && Functions.method(type) != null ? FUNCTION : IMPOSSIBLE;
    }

    private static int numberCost(Class<?> target, Number number) {
        Object normal = Numbers.normalize(number);
        if (normal == null || toNumber(target, normal) == null) {
            return target.isInstance(number) ? WIDER : IMPOSSIBLE;
        }
        boolean integral = Numbers.isIntegral(normal);
        if (target == Long.class) {
            return 1;
        }
        if (target == Integer.class) {
            return 2;
        }
        if (target == Double.class) {
            return integral ? 5 : 1;
        }
        return target == BigInteger.class ? 3 : target == BigDecimal.class ? (integral ? 6 : 3) : 8;
    }

    private static int textCost(Class<?> target, String text) {
        if (target == String.class) {
            return 3;
        }
        if (target == CharSequence.class || (target == Character.class && text.length() == 1)) {
            return 4;
        }
        return constant(target, text) == null ? IMPOSSIBLE : ENUM;
    }

    private static boolean isCallable(Object value) {
        return value instanceof TemplateFunction || value instanceof BoundMethod;
    }

    /** The value as the parameter takes it; only after {@link #cost} has allowed it. */
    static @Nullable Object convert(Class<?> type, @Nullable Object value, CallContext context) {
        if (value == null) {
            return null;
        }
        Class<?> target = wrap(type);
        if (target.isInstance(value)) {
            return value;
        }
        if (value instanceof Number number) {
            Object normal = Numbers.normalize(number);
            return normal == null ? number : toNumber(target, normal);
        }
        if (isCallable(value)) {
            return Functions.implement(type, value, context);
        }
        String text = Text.string(value);
        if (target == Character.class) {
            return text.charAt(0);
        }
        return target.isEnum() ? constant(target, text) : text;
    }

    private static Class<?> wrap(Class<?> type) {
        return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
    }

    /** A number in normal form as another type; null if something would be lost. */
    private static @Nullable Object toNumber(Class<?> target, Object number) {
        if (target == Double.class || target == Float.class) {
            return toFloat(target, number);
        }
        if (target == BigDecimal.class) {
            return number instanceof Double d
                    ? (Double.isFinite(d) ? new BigDecimal(Floats.print(d)) : null)
                    : Numbers.toDecimal(number);
        }
        if (!Numbers.isIntegral(number)) {
            return null;
        }
        if (target == BigInteger.class) {
            return Numbers.toBig(number);
        }
        return number instanceof Long n ? toInteger(target, n) : null;
    }

    private static @Nullable Object toFloat(Class<?> target, Object number) {
        double value = ((Number) number).doubleValue();
        boolean exact = number instanceof Double
                || (Double.isFinite(value) && Numbers.toDecimal(number).compareTo(new BigDecimal(value)) == 0);
        if (!exact) {
            return null;
        }
        if (target == Double.class) {
            return value;
        }
        return Double.compare((float) value, value) == 0 ? (Object) (float) value : null;
    }

    private static @Nullable Object toInteger(Class<?> target, long n) {
        if (target == Long.class) {
            return n;
        }
        if (target == Integer.class) {
            return n == (int) n ? (Object) (int) n : null;
        }
        if (target == Short.class) {
            return n == (short) n ? (Object) (short) n : null;
        }
        return target == Byte.class && n == (byte) n ? (Object) (byte) n : null;
    }

    private static @Nullable Object constant(Class<?> type, String name) {
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
        }
        return null;
    }
}
