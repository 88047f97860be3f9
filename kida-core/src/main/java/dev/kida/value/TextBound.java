package dev.kida.value;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateSecurityException;

/**
 * How long a text may grow that a template makes. Whoever puts a text together from pieces asks after each of them, so that
 * a text that gets too long is never finished.
 */
public final class TextBound {

    /** No bound. */
    public static final int NONE = Integer.MAX_VALUE;

    private TextBound() {}

    /**
     * Looks at a size that was reached or that is foreseen.
     *
     * @throws TemplateSecurityException K-SEC-005 if it is over the bound
     */
    public static void check(long size, int bound) {
        if (size > bound) {
            throw new TemplateSecurityException(
                    ErrorCode.K_SEC_005, "A text or a list would be longer than " + bound + " characters");
        }
    }
}
