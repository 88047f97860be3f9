package dev.kida;

/**
 * What a {@link KidaChecker} looks at besides mistakes that keep a template from compiling, and compiler warnings.
 *
 * @param calls arguments of components: unknown, missing (K-CMP-001) or of the wrong type (K-CMP-002)
 * @param declarations names against the {@code {% template %}} tag, where there is one (K-TYP)
 * @param targets literal names of templates that do not exist (K-TPL-001)
 * @param escaping output in places where the escaping of HTML does not protect it (K-ESC)
 * @param relativePaths names of templates in the same folder that are not relative (K-PATH-001); off by default
 */
public record CheckOptions(
        boolean calls, boolean declarations, boolean targets, boolean escaping, boolean relativePaths) {

    /** Everything that is a mistake wherever it stands. */
    public static final CheckOptions DEFAULT = new CheckOptions(true, true, true, true, false);

    /** Whether arguments of components are compared with their parameters. */
    public CheckOptions withCalls(boolean on) {
        return new CheckOptions(on, declarations, targets, escaping, relativePaths);
    }

    /** Whether names are compared with the {@code {% template %}} tag. */
    public CheckOptions withDeclarations(boolean on) {
        return new CheckOptions(calls, on, targets, escaping, relativePaths);
    }

    /** Whether literal names of templates have to exist. */
    public CheckOptions withTargets(boolean on) {
        return new CheckOptions(calls, declarations, on, escaping, relativePaths);
    }

    /** Whether the places of output in a page are looked at. */
    public CheckOptions withEscaping(boolean on) {
        return new CheckOptions(calls, declarations, targets, on, relativePaths);
    }

    /** Whether names of templates in the same folder should be relative. */
    public CheckOptions withRelativePaths(boolean on) {
        return new CheckOptions(calls, declarations, targets, escaping, on);
    }
}
