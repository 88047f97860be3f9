package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Arithmetic;
import dev.kida.value.Comparisons;
import dev.kida.value.Numbers;
import dev.kida.value.Text;
import dev.kida.value.TypeNames;
import org.jspecify.annotations.Nullable;

/** Tests that compare a value with another one. */
final class ComparisonTests {

    private ComparisonTests() {}

    static void register(Library tests) {
        registerEquality(tests);
        registerOrder(tests);
        registerNumbers(tests);
    }

    /** The operators are there for {@code select}, which takes a test by its name. */
    private static void registerEquality(Library tests) {
        tests.add("eq", "value, other", (args, context) -> Comparisons.equal(args[0], args[1]))
                .alias("equalto", "eq")
                .alias("==", "eq")
                .add("ne", "value, other", (args, context) -> !Comparisons.equal(args[0], args[1]))
                .alias("!=", "ne")
                .add("sameas", "value, other", (args, context) -> isSame(args[0], args[1]))
                .add("in", "value, seq", (args, context) -> Comparisons.contains(args[0], args[1]))
                .add("match", "value, regex", (args, context) -> Regexes.matchesStart(args[0], args[1]));
    }

    private static void registerOrder(Library tests) {
        tests.add("lt", "value, other", (args, context) -> Comparisons.less(args[0], args[1]))
                .alias("lessthan", "lt")
                .alias("<", "lt")
                .add("le", "value, other", (args, context) -> Comparisons.lessEqual(args[0], args[1]))
                .alias("<=", "le")
                .add("gt", "value, other", (args, context) -> Comparisons.greater(args[0], args[1]))
                .alias("greaterthan", "gt")
                .alias(">", "gt")
                .add("ge", "value, other", (args, context) -> Comparisons.greaterEqual(args[0], args[1]))
                .alias(">=", "ge");
    }

    private static void registerNumbers(Library tests) {
        tests.add("odd", "value", (args, context) -> Comparisons.equal(remainder("odd", args[0], 2L), 1L))
                .add("even", "value", (args, context) -> Comparisons.equal(remainder("even", args[0], 2L), 0L))
                .add(
                        "divisibleby",
                        "value, num|n",
                        (args, context) -> Comparisons.equal(remainder("divisibleby", args[0], args[1]), 0L));
    }

    private static @Nullable Object remainder(String test, @Nullable Object value, @Nullable Object divisor) {
        if (Numbers.normalize(value) == null || Numbers.normalize(divisor) == null) {
            Object wrong = Numbers.normalize(value) == null ? value : divisor;
            throw TemplateRuntimeException.type(test + " needs a number, not " + TypeNames.of(wrong));
        }
        return Arithmetic.modulo(value, divisor);
    }

    /** The same object; of numbers, texts and booleans, which have no identity in templates, the same value. */
    private static boolean isSame(@Nullable Object value, @Nullable Object other) {
        if (value == other) {
            return true;
        }
        boolean plain = value instanceof Number || value instanceof Boolean || Text.isText(value);
        return plain
                && other != null
                && TypeNames.of(value).equals(TypeNames.of(other))
                && Comparisons.identical(value, other);
    }
}
