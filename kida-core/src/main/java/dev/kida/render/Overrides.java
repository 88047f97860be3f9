package dev.kida.render;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The blocks an {@code embed} replaces, with the place they were written at. Built by generated code. */
public final class Overrides {

    private final Map<String, BlockRef> refs = new HashMap<>();
    private final Activation place;
    private final @Nullable Object[] locals;

    public Overrides(Activation place, @Nullable Object[] locals) {
        this.place = place;
        this.locals = locals;
    }

    public Overrides block(String name, int unit) {
        refs.put(name, new BlockRef(place.template, unit, place, locals));
        return this;
    }

    Map<String, BlockRef> refs() {
        return refs;
    }
}
