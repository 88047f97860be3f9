package dev.kida.error;

/**
 * A block that was open where a syntax error was found.
 *
 * @param kind its keyword, for example {@code if}
 * @param line 1-based line of the opening tag
 */
public record OpenBlock(String kind, int line) {}
