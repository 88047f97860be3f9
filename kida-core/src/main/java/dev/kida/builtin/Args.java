package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Numbers;
import dev.kida.value.Text;
import dev.kida.value.TypeNames;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads arguments as the types a function needs. */
final class Args {

    private Args() {}

    /** An integer argument: any integral number, booleans as 0 and 1, never a text. */
    static int integer(@Nullable Object value, String parameter) {
        Integer number = integerOrNull(value);
        if (number == null) {
            throw TemplateRuntimeException.type(
                    "'" + parameter + "' must be an integer, not " + TypeNames.of(value) + " " + brief(value));
        }
        return number;
    }

    /** As {@link #integer}, but null for anything that is not an integer. */
    static @Nullable Integer integerOrNull(@Nullable Object value) {
        Object number = Numbers.normalize(value);
        if (number instanceof Long n) {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, n));
        }
        if (number instanceof BigInteger n) {
            return n.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        return null;
    }

    /** A short printed form for messages. */
    static String brief(@Nullable Object value) {
        return Texts.brief(Text.reprStart(value, 200));
    }
}
