package dev.kida.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.error.TemplateException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Short words for the tests of values. */
final class Use {

    /** A render that knows nothing. */
    static final CallContext CONTEXT = new CallContext() {
        @Override
        public @Nullable Object meta(String key) {
            return null;
        }

        @Override
        public @Nullable Object consume(String key, @Nullable Object dflt) {
            return dflt;
        }

        @Override
        public boolean autoescape() {
            return true;
        }

        @Override
        public Locale locale() {
            return Locale.ROOT;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public void warn(String filter, String message) {}

        @Override
        public String translate(String message) {
            return message;
        }

        @Override
        public String translatePlural(String one, String many, @Nullable Object n) {
            return one;
        }

        @Override
        public @Nullable TemplateFunction findFilter(String name) {
            return null;
        }

        @Override
        public @Nullable TemplateFunction findTest(String name) {
            return null;
        }
    };

    private Use() {}

    /** {@code receiver.method(arguments)}. */
    static @Nullable Object call(@Nullable Object receiver, String method, @Nullable Object... arguments) {
        return Members.invoke(receiver, method, arguments, Calls.NO_NAMES, Calls.NO_VALUES, CONTEXT);
    }

    /** {@code receiver.method(name=value)}. */
    static @Nullable Object callNamed(Object receiver, String method, String name, @Nullable Object value) {
        return Members.invoke(
                receiver, method, Calls.NO_VALUES, new String[] {name}, new @Nullable Object[] {value}, CONTEXT);
    }

    static @Nullable Object get(@Nullable Object receiver, String name) {
        return Members.get(receiver, name, true);
    }

    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    static List<@Nullable Object> list(@Nullable Object... elements) {
        return Arrays.asList(elements);
    }

    static Tuple tuple(@Nullable Object... elements) {
        return Tuple.of(elements);
    }

    /** Checks that the action fails with the code, and returns what it says. */
    static TemplateException fails(String code, Supplier<@Nullable Object> action) {
        try {
            Object result = action.get();
            return Assertions.fail("expected " + code + ", but the result is " + Text.repr(result));
        } catch (TemplateException e) {
            assertThat(e.getCode().code()).as(e.getSummary()).isEqualTo(code);
            return e;
        }
    }
}
