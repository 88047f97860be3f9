package dev.kida.builtin;

import dev.kida.value.Calls;
import dev.kida.value.Iteration;
import dev.kida.value.Numbers;
import dev.kida.value.Range;
import dev.kida.value.Text;
import dev.kida.value.Undefined;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Tests of what a value is. */
final class ValueTests {

    private ValueTests() {}

    static void register(Library tests) {
        registerKinds(tests);
        tests.add("defined", "value", (args, context) -> isDefined(args[0]))
                .add("undefined", "value", (args, context) -> !isDefined(args[0]))
                .add("none", "value", (args, context) -> args[0] == null)
                .add("true", "value", (args, context) -> Boolean.TRUE.equals(args[0]))
                .add("false", "value", (args, context) -> Boolean.FALSE.equals(args[0]))
                .add("lower", "value", (args, context) -> isCased(Text.of(args[0]), Character::isLowerCase))
                .add("upper", "value", (args, context) -> isCased(Text.of(args[0]), Character::isUpperCase));
    }

    private static void registerKinds(Library tests) {
        tests.add("string", "value", (args, context) -> Text.isText(args[0]))
                .add("number", "value", (args, context) -> Numbers.isNumber(args[0]))
                .add("sequence", "value", (args, context) -> isSequence(args[0]))
                .add("mapping", "value", (args, context) -> args[0] instanceof Map)
                .add("iterable", "value", (args, context) -> Iteration.isIterable(args[0]))
                .add("callable", "value", (args, context) -> Calls.isCallable(args[0]));
    }

    private static boolean isDefined(@Nullable Object value) {
        return value != null && !(value instanceof Undefined);
    }

    private static boolean isSequence(@Nullable Object value) {
        if (Text.isText(value)) {
            return true;
        }
        return value instanceof List
                ? !(value instanceof Range)
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
