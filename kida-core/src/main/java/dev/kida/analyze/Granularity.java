package dev.kida.analyze;

import java.util.List;

/**
 * How small the pieces are that a template is cut into. Weights say roughly how much code a tree becomes; what is too much
 * for a method after all is cut again in smaller pieces.
 *
 * @param statements the weight above which a body is cut into several methods
 * @param depth bodies nested deeper than this are methods of their own
 * @param expression the cost above which parts of an expression are methods of their own
 */
public record Granularity(int statements, int depth, int expression) {

    /** From the usual to the finest. */
    public static final List<Granularity> LEVELS =
            List.of(new Granularity(600, 12, 300), new Granularity(150, 5, 80), new Granularity(40, 2, 24));

    /** The usual pieces. */
    public static final Granularity USUAL = LEVELS.get(0);
}
