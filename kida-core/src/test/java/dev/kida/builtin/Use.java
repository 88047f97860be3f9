package dev.kida.builtin;

import dev.kida.value.CallContext;
import dev.kida.value.TemplateFunction;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls built-ins as a template would, in a render whose metadata can be set and whose warnings can be read. */
final class Use implements CallContext {

    final Map<String, Object> meta = new HashMap<>();
    final List<String> warnings = new ArrayList<>();
    Locale locale = Locale.ENGLISH;
    ZoneId zone = ZoneOffset.UTC;

    /** An argument that is passed by its name. */
    record Named(String name, @Nullable Object value) {}

    static Named named(String name, @Nullable Object value) {
        return new Named(name, value);
    }

    /** {@code value | name(arguments)} in a fresh render. */
    static @Nullable Object filter(String name, @Nullable Object value, @Nullable Object... arguments) {
        return new Use().apply(name, value, arguments);
    }

    /** {@code value is name(arguments)}. */
    static boolean test(@Nullable Object value, String name, @Nullable Object... arguments) {
        return Boolean.TRUE.equals(new Use().run(Builtins.tests().get(name), name, withValue(value, arguments)));
    }

    /** {@code name(arguments)}. */
    static @Nullable Object global(String name, @Nullable Object... arguments) {
        return new Use().globalHere(name, arguments);
    }

    @Nullable
    Object apply(String name, @Nullable Object value, @Nullable Object... arguments) {
        return run(Builtins.filters().get(name), name, withValue(value, arguments));
    }

    @Nullable
    Object globalHere(String name, @Nullable Object... arguments) {
        return run((TemplateFunction) Builtins.globals().get(name), name, arguments);
    }

    private static @Nullable Object[] withValue(@Nullable Object value, @Nullable Object[] arguments) {
        @Nullable Object[] all = new Object[arguments.length + 1];
        all[0] = value;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    private @Nullable Object run(@Nullable TemplateFunction function, String name, @Nullable Object[] arguments) {
        Objects.requireNonNull(function, name);
        List<@Nullable Object> positional = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Named named) {
                names.add(named.name());
                values.add(named.value());
            } else {
                positional.add(argument);
            }
        }
        return function.call(
                function.signature().bind(name, positional.toArray(), names.toArray(new String[0]), values.toArray()),
                this);
    }

    @Override
    public @Nullable Object meta(String key) {
        return meta.get(key);
    }

    @Override
    public @Nullable Object consume(String key, @Nullable Object dflt) {
        return key.equals("theme") ? "dark" : dflt;
    }

    @Override
    public boolean autoescape() {
        return true;
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public void warn(String filter, String message) {
        warnings.add(filter + ": " + message);
    }

    @Override
    public String translate(String message) {
        return message.equals("Hello") ? "Hallo" : message;
    }

    @Override
    public String translatePlural(String one, String many, @Nullable Object n) {
        return Long.valueOf(1).equals(n) ? one : many;
    }

    @Override
    public @Nullable TemplateFunction findFilter(String name) {
        return Builtins.filters().get(name);
    }

    @Override
    public @Nullable TemplateFunction findTest(String name) {
        return Builtins.tests().get(name);
    }
}
