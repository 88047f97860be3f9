package dev.kida.builtin;

import dev.kida.value.Calls;
import dev.kida.value.Iteration;
import dev.kida.value.Numbers;
import dev.kida.value.Range;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.Undefined;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Tests of what a value is. */
final class ValueTests {

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES =
            "defined undefined none true false lower upper string number sequence mapping iterable callable";

    private ValueTests() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "defined" -> Library.function(name, "value", (args, context) -> isDefined(args[0]));
            case "undefined" -> Library.function(name, "value", (args, context) -> !isDefined(args[0]));
            case "none" -> Library.function(name, "value", (args, context) -> args[0] == null);
            case "true" -> Library.function(name, "value", (args, context) -> Boolean.TRUE.equals(args[0]));
            case "false" -> Library.function(name, "value", (args, context) -> Boolean.FALSE.equals(args[0]));
            case "lower" ->
                Library.function(name, "value", (args, context) -> isCased(Text.of(args[0]), Character::isLowerCase));
            case "upper" ->
                Library.function(name, "value", (args, context) -> isCased(Text.of(args[0]), Character::isUpperCase));
            default -> kinds(name);
        };
    }

    private static TemplateFunction kinds(String name) {
        return switch (name) {
            case "string" -> Library.function(name, "value", (args, context) -> Text.isText(args[0]));
            case "number" -> Library.function(name, "value", (args, context) -> Numbers.isNumber(args[0]));
            case "sequence" -> Library.function(name, "value", (args, context) -> isSequence(args[0]));
            case "mapping" -> Library.function(name, "value", (args, context) -> args[0] instanceof Map);
            case "iterable" -> Library.function(name, "value", (args, context) -> Iteration.isIterable(args[0]));
            case "callable" -> Library.function(name, "value", (args, context) -> Calls.isCallable(args[0]));
            default -> throw Library.unknown(name);
        };
    }

    private static boolean isDefined(@Nullable Object value) {
        return value != null && !(value instanceof Undefined);
    }

    private static boolean isSequence(@Nullable Object value) {
        if (Text.isText(value)) {
            return true;
        }
        return value instanceof Collection
                ? value instanceof List ? !(value instanceof Range) : !(value instanceof Set)
                : value != null && value.getClass().isArray();
    }

    /** Whether the text has letters with a case, all of which are in the right one. */
    private static boolean isCased(String text, IntPredicate right) {
        boolean found = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c)) {
                if (!right.test(c)) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }
}
