package dev.kida.syntax;

/**
 * How much of a template is read (spec 08 §7).
 *
 * @param tokens tokens of one template, texts between tags among them (K-LEX-004)
 * @param filters filters of one chain (K-PAR-004)
 */
public record SyntaxLimits(int tokens, int filters) {

    /** The limits of the language. */
    public static final SyntaxLimits DEFAULT = new SyntaxLimits(100_000, 200);

    public SyntaxLimits {
        if (tokens < 1 || filters < 0) {
            throw new IllegalArgumentException("tokens and filters must be positive: " + tokens + ", " + filters);
        }
    }

    /** The same with another number of tokens. */
    public SyntaxLimits withTokens(int most) {
        return new SyntaxLimits(most, filters);
    }

    /** The same with another number of filters. */
    public SyntaxLimits withFilters(int most) {
        return new SyntaxLimits(tokens, most);
    }
}
