package dev.kida.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler method of either stack: HTMX gets blocks of the page where a browser gets the page.
 *
 * <pre>{@code
 * @GetMapping("/orders")
 * @HtmxBlock("rows")
 * String orders(Model model) { … return "orders"; }
 * }</pre>
 *
 * <p>Applies to requests with {@code HX-Request: true} that are neither boosted nor restore a history, and to view names that
 * do not name a block themselves. The response says with {@code Vary} what it depends on. A block that the page does not have
 * is an error that lists those it has.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Repeatable(HtmxBlock.Choices.class)
public @interface HtmxBlock {

    /** The blocks to render one after the other; those after the first are usually swapped out of band. */
    String[] value();

    /** The id of the element that HTMX replaces, for a choice that is for this target only; empty for any. */
    String target() default "";

    /** Several choices on one method. */
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Documented
    @interface Choices {

        HtmxBlock[] value();
    }
}
