package dev.kida;

/** What a {@link KidaChecker} can look at. */
public enum CheckRule {

    /** Arguments of components: unknown, missing (K-CMP-001) or of the wrong type (K-CMP-002). */
    CALLS,

    /** Names against the {@code {% template %}} tag, where there is one (K-TYP). */
    DECLARATIONS,

    /** Literal names of templates that do not exist (K-TPL-001). */
    TARGETS,

    /** Output in places where the escaping of HTML does not protect it (K-ESC). */
    ESCAPING,

    /** Names of templates in the same folder that are not relative (K-PATH-001). */
    RELATIVE_PATHS,

    /** Markup that shuts people out (K-A11Y). */
    ACCESSIBILITY,

    /** Blocks that are closed by a plain {@code {% end %}} (K-PAR-007). */
    EXPLICIT_ENDS,

    /** Output that tells more than it should, and secrets written down (K-PRI). */
    PRIVACY,

    /** Markup that repeats itself, and components that only hand on (K-MOD). */
    MODULARITY,

    /** A list of every output and how it is escaped (K-ESC, all of them for information). */
    AUDIT
}
