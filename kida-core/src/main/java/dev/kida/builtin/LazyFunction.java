package dev.kida.builtin;

import dev.kida.value.CallContext;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import org.jspecify.annotations.Nullable;

/** A function of the language that is made when it is first used. Threads that are first together make one each. */
final class LazyFunction implements TemplateFunction {

    private final Library library;
    private final String key;

    /** Of immutable parts only, so that threads may see each other's without a barrier. */
    private @Nullable TemplateFunction made;

    LazyFunction(Library library, String key) {
        this.library = library;
        this.key = key;
    }

    /** The function itself, for who calls it often. */
    TemplateFunction made() {
        TemplateFunction known = made;
        if (known == null) {
            known = library.make(key);
            made = known;
        }
        return known;
    }

    @Override
    public String name() {
        return made().name();
    }

    @Override
    public Signature signature() {
        return made().signature();
    }

    @Override
    public @Nullable Object call(@Nullable Object[] arguments, CallContext context) {
        return made().call(arguments, context);
    }

    @Override
    public String toString() {
        return made().toString();
    }
}
