package dev.kida.render;

import dev.kida.value.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tag was called with. */
public final class TagCall {

    private final Signature signature;
    private final @Nullable Object[] arguments;
    private final RenderState state;

    TagCall(Signature signature, @Nullable Object[] arguments, RenderState state) {
        this.signature = signature;
        this.arguments = arguments;
        this.state = state;
    }

    /** The arguments in the order of the signature, defaults filled in. */
    public List<@Nullable Object> arguments() {
        List<@Nullable Object> values = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            values.add(argument);
        }
        return Collections.unmodifiableList(values);
    }

    /**
     * The argument of a parameter.
     *
     * @throws IllegalArgumentException if the signature has no such parameter
     */
    public @Nullable Object argument(String name) {
        List<Signature.Parameter> parameters = signature.parameters();
        for (int i = 0; i < arguments.length; i++) {
            if (parameters.get(i).name().equals(name)) {
                return arguments[i];
            }
        }
        throw new IllegalArgumentException("the tag has no parameter '" + name + "'");
    }

    /** The render: its metadata, locale, escaping, filters. Valid as long as the tag runs. */
    public RenderState state() {
        return state;
    }
}
