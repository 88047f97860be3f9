package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators {@code + - * / // % ** ~} and the signs. */
public final class Arithmetic {

    private Arithmetic() {}

    /** {@code a + b}: the sum of numbers, the concatenation of text with anything, of two lists or of two tuples. */
    public static Object add(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long sum = x + y;
            return ((x ^ sum) & (y ^ sum)) >= 0
                    ? (Object) sum
                    : BigInteger.valueOf(x).add(BigInteger.valueOf(y));
        }
        if (a instanceof String x && b instanceof String y) {
            return x.concat(y);
        }
        Object x = Numbers.normalize(a);
        Object y = Numbers.normalize(b);
        if (x != null && y != null) {
            return Operations.add(x, y);
        }
        if (isTextual(a) || isTextual(b)) {
            return concat(a, b);
        }
        List<@Nullable Object> list = Sequences.asList(a);
        List<@Nullable Object> other = Sequences.asList(b);
        if (list == null || other == null || !canJoin(list, other)) {
            throw unsupported("+", a, b);
        }
        List<@Nullable Object> joined = new ArrayList<>(list.size() + other.size());
        joined.addAll(list);
        joined.addAll(other);
        return list instanceof Tuple ? Tuple.copyOf(joined) : joined;
    }

    private static boolean canJoin(List<?> a, List<?> b) {
        return a instanceof Tuple == b instanceof Tuple && !(a instanceof Range) && !(b instanceof Range);
    }

    private static boolean isTextual(@Nullable Object value) {
        return Text.isText(value) || value instanceof SafeHtml;
    }

    /** {@code a ~ b}: the text forms joined; markup if either side is, the other side being escaped. */
    public static Object concat(@Nullable Object a, @Nullable Object b) {
        if (a instanceof SafeHtml || b instanceof SafeHtml) {
            return Markup.of(Text.html(a).concat(Text.html(b)));
        }
        return Text.of(a).concat(Text.of(b));
    }

    /** {@code a ~ b ~ ...} at once. */
    public static Object concatAll(@Nullable Object... parts) {
        boolean safe = false;
        for (Object part : parts) {
            safe |= part instanceof SafeHtml;
        }
        StringBuilder out = new StringBuilder();
        for (Object part : parts) {
            out.append(safe ? Text.html(part) : Text.of(part));
        }
        return safe ? Markup.of(out.toString()) : out.toString();
    }

    /** {@code a - b}. */
    public static Object subtract(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long difference = x - y;
            return ((x ^ y) & (x ^ difference)) >= 0
                    ? (Object) difference
                    : BigInteger.valueOf(x).subtract(BigInteger.valueOf(y));
        }
        return Operations.subtract(number("-", a, b, a), number("-", a, b, b));
    }

    /** {@code a * b}: the product of numbers, or a text, list or tuple repeated. */
    public static Object multiply(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long high = Math.multiplyHigh(x, y);
            long low = x * y;
            return high == low >> 63 ? (Object) low : BigInteger.valueOf(x).multiply(BigInteger.valueOf(y));
        }
        Object x = Numbers.normalize(a);
        Object y = Numbers.normalize(b);
        if (x != null && y != null) {
            return Operations.multiply(x, y);
        }
        Object repeated = x != null && Numbers.isIntegral(x) ? repeat(b, x) : null;
        if (repeated == null && y != null && Numbers.isIntegral(y)) {
            repeated = repeat(a, y);
        }
        if (repeated == null) {
            throw unsupported("*", a, b);
        }
        return repeated;
    }

    private static @Nullable Object repeat(@Nullable Object value, Object times) {
        int count = Numbers.toBig(times).signum() <= 0 ? 0 : Numbers.intArgument("The count", times);
        String text = Text.textOrNull(value);
        if (text != null) {
            checkLength(text.length(), count);
            return value instanceof SafeHtml ? Markup.of(text.repeat(count)) : text.repeat(count);
        }
        List<@Nullable Object> list = Sequences.asList(value);
        if (list == null || list instanceof Range) {
            return null;
        }
        checkLength(list.size(), count);
        List<@Nullable Object> repeated = new ArrayList<>(list.size() * count);
        for (int i = 0; i < count; i++) {
            repeated.addAll(list);
        }
        return list instanceof Tuple ? Tuple.copyOf(repeated) : repeated;
    }

    private static void checkLength(int length, int count) {
        if ((long) length * count > Integer.MAX_VALUE - 16) {
            throw TemplateRuntimeException.value("The repetition is too long");
        }
    }

    /** {@code a / b}: always a float (or a {@code BigDecimal} if one side is). */
    public static Object divide(@Nullable Object a, @Nullable Object b) {
        return Operations.divide(number("/", a, b, a), number("/", a, b, b));
    }

    /** {@code a // b}: rounded towards negative infinity. */
    public static Object floorDivide(@Nullable Object a, @Nullable Object b) {
        return Operations.floorDivide(number("//", a, b, a), number("//", a, b, b));
    }

    /** {@code a % b}: the remainder with the sign of the divisor; {@code printf} formatting if the left side is text. */
    public static Object modulo(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Long x && b instanceof Long y && y != 0) {
            return Math.floorMod(x, y);
        }
        if (Text.isText(a)) {
            return ValueFormat.printf(a, b);
        }
        return Operations.modulo(number("%", a, b, a), number("%", a, b, b));
    }

    /** {@code a ** b}. */
    public static Object power(@Nullable Object a, @Nullable Object b) {
        return Operations.power(number("**", a, b, a), number("**", a, b, b));
    }

    /** {@code -a}. */
    public static Object negate(@Nullable Object a) {
        if (a instanceof Long n && n != Long.MIN_VALUE) {
            return -n;
        }
        Object number = sign("-", a);
        if (number instanceof Double d) {
            return -d;
        }
        return number instanceof BigDecimal decimal
                ? decimal.negate()
                : Numbers.shrink(Numbers.toBig(number).negate());
    }

    /** {@code +a}. */
    public static Object plus(@Nullable Object a) {
        return a instanceof Long n ? n : sign("+", a);
    }

    private static Object sign(String operator, @Nullable Object a) {
        Object number = Numbers.normalize(a);
        if (number == null) {
            throw TemplateRuntimeException.type("Unary " + operator + " needs a number, not " + TypeNames.of(a));
        }
        return number;
    }

    /**
     * The number that the result of a call or filter stands for in arithmetic: numbers themselves, other values by their
     * text form, 0 if that is not a number.
     */
    public static Object coerce(@Nullable Object value) {
        if (value instanceof Long n) {
            return n;
        }
        if (value == Undefined.INSTANCE) {
            return 0L;
        }
        if (!(value instanceof Boolean)) {
            Object number = Numbers.normalize(value);
            if (number != null) {
                return number;
            }
        }
        if (value instanceof List || value instanceof Map) {
            return 0L; // their text, which may be long, is never a number
        }
        Object number = NumberText.parse(Text.of(value));
        return number == null ? 0L : number;
    }

    private static Object number(String operator, @Nullable Object a, @Nullable Object b, @Nullable Object operand) {
        Object number = Numbers.normalize(operand);
        if (number == null) {
            throw unsupported(operator, a, b);
        }
        return number;
    }

    private static TemplateRuntimeException unsupported(String operator, @Nullable Object a, @Nullable Object b) {
        String summary = "Unsupported operands: " + TypeNames.of(a) + " " + operator + " " + TypeNames.of(b);
        for (Object operand : new @Nullable Object[] {a, b}) {
            if (operand != null && Values.isAsync(operand)) {
                return Values.notAwaited(operand, "calculate with");
            }
            if (operand == null) {
                return TemplateRuntimeException.type(summary, "Give the value a default: value ?? 0");
            }
        }
        return Text.isText(a) || Text.isText(b)
                ? TemplateRuntimeException.type(summary, "Convert text to a number with the filter 'int' or 'float'")
                : TemplateRuntimeException.type(summary);
    }
}
