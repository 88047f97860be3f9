package dev.kida;

/**
 * What a {@link KidaChecker} looks at besides mistakes that keep a template from compiling, and compiler warnings.
 *
 * @param calls arguments of components: unknown, missing (K-CMP-001) or of the wrong type (K-CMP-002)
 * @param declarations names against the {@code {% template %}} tag, where there is one (K-TYP)
 * @param targets literal names of templates that do not exist (K-TPL-001)
 * @param escaping output in places where the escaping of HTML does not protect it (K-ESC)
 * @param relativePaths names of templates in the same folder that are not relative (K-PATH-001); off by default
 * @param accessibility markup that shuts people out (K-A11Y); off by default
 * @param explicitEnds blocks that are closed by a plain {@code {% end %}} (K-PAR-007); off by default
 */
public record CheckOptions(
        boolean calls,
        boolean declarations,
        boolean targets,
        boolean escaping,
        boolean relativePaths,
        boolean accessibility,
        boolean explicitEnds) {

    /** Everything that is a mistake wherever it stands. */
    public static final CheckOptions DEFAULT = new CheckOptions(true, true, true, true, false, false, false);

    /** Everything. */
    public static final CheckOptions ALL = new CheckOptions(true, true, true, true, true, true, true);

    /** Whether arguments of components are compared with their parameters. */
    public CheckOptions withCalls(boolean on) {
        return new CheckOptions(on, declarations, targets, escaping, relativePaths, accessibility, explicitEnds);
    }

    /** Whether names are compared with the {@code {% template %}} tag. */
    public CheckOptions withDeclarations(boolean on) {
        return new CheckOptions(calls, on, targets, escaping, relativePaths, accessibility, explicitEnds);
    }

    /** Whether literal names of templates have to exist. */
    public CheckOptions withTargets(boolean on) {
        return new CheckOptions(calls, declarations, on, escaping, relativePaths, accessibility, explicitEnds);
    }

    /** Whether the places of output in a page are looked at. */
    public CheckOptions withEscaping(boolean on) {
        return new CheckOptions(calls, declarations, targets, on, relativePaths, accessibility, explicitEnds);
    }

    /** Whether names of templates in the same folder should be relative. */
    public CheckOptions withRelativePaths(boolean on) {
        return new CheckOptions(calls, declarations, targets, escaping, on, accessibility, explicitEnds);
    }

    /** Whether the markup should be usable for everybody. */
    public CheckOptions withAccessibility(boolean on) {
        return new CheckOptions(calls, declarations, targets, escaping, relativePaths, on, explicitEnds);
    }

    /** Whether blocks should be closed by the word that belongs to them. */
    public CheckOptions withExplicitEnds(boolean on) {
        return new CheckOptions(calls, declarations, targets, escaping, relativePaths, accessibility, on);
    }
}
