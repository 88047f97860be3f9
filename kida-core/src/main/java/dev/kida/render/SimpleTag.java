package dev.kida.render;

import dev.kida.value.Signature;
import java.util.function.Function;

/** A tag made of a function. */
record SimpleTag(String name, Signature signature, boolean hasBody, Function<TagCall, TagRun> opener)
        implements TagHandler {

    @Override
    public boolean buffersBody() {
        return hasBody;
    }

    @Override
    public TagRun open(TagCall call) {
        return opener.apply(call);
    }
}
