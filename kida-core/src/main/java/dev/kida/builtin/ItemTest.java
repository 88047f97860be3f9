package dev.kida.builtin;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The test that {@code select} and its kin put every item to. */
interface ItemTest {

    boolean passes(@Nullable Object item);

    /**
     * The test for the arguments of a filter: none means truthiness, a text names a test, a callable is called.
     *
     * @param arguments further arguments of the test, a list
     */
    static ItemTest of(@Nullable Object test, @Nullable Object arguments, CallContext context) {
        if (test == null) {
            return Truth::of;
        }
        List<?> rest = arguments instanceof List<?> list ? list : List.of();
        @Nullable Object[] values = new Object[rest.size() + 1];
        for (int i = 1; i < values.length; i++) {
            values[i] = rest.get(i - 1);
        }
        String name = Text.textOrNull(test);
        return name == null ? called(test, values, context) : named(name, values, context);
    }

    private static ItemTest called(Object callable, @Nullable Object[] values, CallContext context) {
        return item -> {
            @Nullable Object[] arguments = values.clone();
            arguments[0] = item;
            return Truth.of(context.call(callable, arguments));
        };
    }

    private static ItemTest named(String name, @Nullable Object[] values, CallContext context) {
        TemplateFunction test = context.findTest(name);
        if (test == null) {
            throw new TemplateRuntimeException(ErrorCode.K_RUN_003, "Unknown test '" + name + "'");
        }
        return item -> {
            @Nullable Object[] arguments = values.clone();
            arguments[0] = item;
            return Truth.of(test.call(Binding.bind(test, name, arguments), context));
        };
    }
}
