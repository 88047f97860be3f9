package dev.kida.compile;

import dev.kida.render.TagHandler;
import dev.kida.value.TemplateFunction;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where a generated class gets its constants from while it is initialised. */
public final class GeneratedConstants {

    /** Those of classes that were made in advance: each goes with its class. */
    private static final ClassValue<AtomicReference<@Nullable Object @Nullable []>> GIVEN = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable Object @Nullable []> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    private GeneratedConstants() {}

    /** The constants of the class that asks. */
    public static @Nullable Object[] of(Class<?> generated) {
        if (generated.getClassLoader() instanceof GeneratedClassLoader loader) {
            return loader.constants();
        }
        @Nullable Object[] given = GIVEN.get(generated).get();
        if (given == null) {
            throw new IllegalArgumentException("not a generated class: " + generated.getName());
        }
        return given;
    }

    /**
     * Gives a class that was made in advance its constants, before it is initialised.
     *
     * @return whether these are its constants, or as good as those it has
     */
    static boolean give(Class<?> precompiled, @Nullable Object[] constants) {
        AtomicReference<@Nullable Object @Nullable []> given = GIVEN.get(precompiled);
        return given.compareAndSet(null, constants) || areAsGood(Objects.requireNonNull(given.get()), constants);
    }

    /** What stands in the template is the same, as the names of the classes are; functions come from the engine. */
    private static boolean areAsGood(@Nullable Object[] known, @Nullable Object[] others) {
        if (known.length != others.length) {
            return false;
        }
        for (int i = 0; i < known.length; i++) {
            Object other = others[i];
            if ((other instanceof TemplateFunction || other instanceof TagHandler) && !other.equals(known[i])) {
                return false;
            }
        }
        return true;
    }
}
