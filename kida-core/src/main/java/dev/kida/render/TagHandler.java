package dev.kida.render;

import dev.kida.value.Markup;
import dev.kida.value.Signature;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tag of an application. It works wherever a template renders, also in a stream, and its body may wait for values like
 * any other: while it does, no thread is held.
 *
 * <p>{@link #inline} and {@link #block} are enough for most tags. What runs its body several times, not at all, or with
 * names of its own, implements this interface. Handlers are shared by all renders, so they must be thread-safe.
 */
public interface TagHandler {

    /** The word the tag starts with: an identifier that no tag of the language has. */
    String name();

    /** What follows the name in the tag. */
    Signature signature();

    /** Whether the tag has a body, closed by {@code end} or {@code end} with its name. */
    default boolean hasBody() {
        return true;
    }

    /** Further words that close it. */
    default Set<String> endTags() {
        return Set.of();
    }

    /** Names that the body can read, whose values {@link TagRun#variable} gives. */
    default List<String> variables() {
        return List.of();
    }

    /**
     * Whether the handler wants the text of its body, {@link TagRun#body}. Otherwise the body goes to the output as it is
     * written, and a stream need not hold it back.
     */
    default boolean buffersBody() {
        return false;
    }

    /**
     * Whether what {@link TagRun} answers may be a value that comes later, such as a {@code CompletionStage} or a
     * {@code Publisher}. A template that uses such a tag is asynchronous, as with {@code await}.
     */
    default boolean async() {
        return false;
    }

    /**
     * One use of the tag in one render. What this and the run throw becomes an error of the template at the tag's place.
     */
    TagRun open(TagCall call);

    /** What an inline tag does. */
    @FunctionalInterface
    interface Inline {

        /** The value to print; it is escaped unless it is {@link Markup}. */
        @Nullable
        Object render(TagCall call);
    }

    /** What a block tag does with the text of its body. */
    @FunctionalInterface
    interface Block {

        /** The value to print instead of the body; it is escaped unless it is {@link Markup}. */
        @Nullable
        Object render(TagCall call, Markup body);
    }

    /**
     * A tag without a body.
     *
     * @param parameters as in {@link Signature#parse}
     */
    static TagHandler inline(String name, String parameters, Inline tag) {
        return new SimpleTag(name, Signature.parse(parameters), false, call -> new TagRun() {
            @Override
            public @Nullable Object after() {
                return tag.render(call);
            }

            @Override
            public boolean next() {
                return false;
            }
        });
    }

    /**
     * A tag that makes something of its body, which is rendered once.
     *
     * @param parameters as in {@link Signature#parse}
     */
    static TagHandler block(String name, String parameters, Block tag) {
        return new SimpleTag(name, Signature.parse(parameters), true, call -> new TagRun() {
            private boolean done;

            @Override
            public boolean next() {
                boolean first = !done;
                done = true;
                return first;
            }

            @Override
            public @Nullable Object body(Markup html) {
                return tag.render(call, html);
            }
        });
    }
}
