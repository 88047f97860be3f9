package dev.kida.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was being evaluated when a render failed.
 *
 * @param expression the expression in the template's notation, or null when it is not known
 * @param values the variables in it and what they held, as {@code value (type)}, in the order of the expression
 */
public record Evaluation(@Nullable String expression, Map<String, String> values) {

    /** Nothing is known. */
    public static final Evaluation UNKNOWN = new Evaluation(null, Map.of());
}
