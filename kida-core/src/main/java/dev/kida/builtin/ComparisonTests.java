package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Arithmetic;
import dev.kida.value.Comparisons;
import dev.kida.value.Numbers;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.TypeNames;
import org.jspecify.annotations.Nullable;

/** Tests that compare a value with another one. */
final class ComparisonTests {

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES =
            "eq equalto == ne != sameas in match lt lessthan " + "< le <= gt greaterthan > ge >= odd even divisibleby";

    private ComparisonTests() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "eq", "equalto", "==" ->
                Library.function("eq", "value, other", (args, context) -> Comparisons.equal(args[0], args[1]));
            case "ne", "!=" ->
                Library.function("ne", "value, other", (args, context) -> !Comparisons.equal(args[0], args[1]));
            case "sameas" -> Library.function(name, "value, other", (args, context) -> isSame(args[0], args[1]));
            case "in" ->
                Library.function(name, "value, seq", (args, context) -> Comparisons.contains(args[0], args[1]));
            case "match" ->
                Library.function(name, "value, regex", (args, context) -> Regexes.matchesStart(args[0], args[1]));
            default -> order(name);
        };
    }

    private static TemplateFunction order(String name) {
        return switch (name) {
            case "lt", "lessthan", "<" ->
                Library.function("lt", "value, other", (args, context) -> Comparisons.less(args[0], args[1]));
            case "le", "<=" ->
                Library.function("le", "value, other", (args, context) -> Comparisons.lessEqual(args[0], args[1]));
            case "gt", "greaterthan", ">" ->
                Library.function("gt", "value, other", (args, context) -> Comparisons.greater(args[0], args[1]));
            case "ge", ">=" ->
                Library.function("ge", "value, other", (args, context) -> Comparisons.greaterEqual(args[0], args[1]));
            default -> numbers(name);
        };
    }

    private static TemplateFunction numbers(String name) {
        return switch (name) {
            case "odd" ->
                Library.function(
                        name, "value", (args, context) -> Comparisons.equal(remainder("odd", args[0], 2L), 1L));
            case "even" ->
                Library.function(
                        name, "value", (args, context) -> Comparisons.equal(remainder("even", args[0], 2L), 0L));
            case "divisibleby" ->
                Library.function(
                        name,
                        "value, num|n",
                        (args, context) -> Comparisons.equal(remainder("divisibleby", args[0], args[1]), 0L));
            default -> throw Library.unknown(name);
        };
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
