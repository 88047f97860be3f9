package dev.kida.render;

import dev.kida.value.Markup;
import org.jspecify.annotations.Nullable;

/**
 * One use of a tag in one render. The engine asks in this order: {@link #before}; then, as long as {@link #next} says so,
 * {@link #variable}, the body, {@link #body}; then {@link #after} and {@link #close}. Between two questions the render may
 * be suspended and go on in another thread, but never in two at once.
 */
public interface TagRun {

    /** Printed before anything else. */
    default @Nullable Object before() {
        return null;
    }

    /** Whether the body is to be rendered, or to be rendered again. Counts as a turn of a loop. */
    boolean next();

    /** The value of one of the handler's {@link TagHandler#variables} in the body that is about to be rendered. */
    default @Nullable Object variable(String name) {
        return null;
    }

    /** What is printed for a body; asked only if the handler {@link TagHandler#buffersBody}. */
    default @Nullable Object body(Markup html) {
        return html;
    }

    /** Printed at the end. */
    default @Nullable Object after() {
        return null;
    }

    /** The tag is over, whether it is through, was left by {@code break} or {@code continue}, or failed. */
    default void close() {}
}
