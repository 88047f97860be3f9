package dev.kida;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a {@link KidaChecker} looks at besides mistakes that keep a template from compiling, and compiler warnings.
 *
 * @param rules the rules that are on
 */
public record CheckOptions(Set<CheckRule> rules) {

    /** Nothing else. */
    public static final CheckOptions NONE = new CheckOptions(Set.of());

    /** Everything that is a mistake wherever it stands. */
    public static final CheckOptions DEFAULT =
            new CheckOptions(Set.of(CheckRule.CALLS, CheckRule.DECLARATIONS, CheckRule.TARGETS, CheckRule.ESCAPING));

    /** Everything that may be worth a change: all rules but the {@link CheckRule#AUDIT}, which lists what is right as well. */
    public static final CheckOptions ALL = new CheckOptions(EnumSet.complementOf(EnumSet.of(CheckRule.AUDIT)));

    public CheckOptions {
        rules = Set.copyOf(rules);
    }

    /** Whether a rule is on. */
    public boolean has(CheckRule rule) {
        return rules.contains(rule);
    }

    /** The same options with a rule on or off. */
    public CheckOptions with(CheckRule rule, boolean on) {
        EnumSet<CheckRule> changed = EnumSet.noneOf(CheckRule.class);
        changed.addAll(rules);
        if (on) {
            changed.add(rule);
        } else {
            changed.remove(rule);
        }
        return new CheckOptions(changed);
    }

    /** Whether arguments of components are compared with their parameters. */
    public CheckOptions withCalls(boolean on) {
        return with(CheckRule.CALLS, on);
    }

    /** Whether names are compared with the {@code {% template %}} tag. */
    public CheckOptions withDeclarations(boolean on) {
        return with(CheckRule.DECLARATIONS, on);
    }

    /** Whether literal names of templates have to exist. */
    public CheckOptions withTargets(boolean on) {
        return with(CheckRule.TARGETS, on);
    }

    /** Whether the places of output in a page are looked at. */
    public CheckOptions withEscaping(boolean on) {
        return with(CheckRule.ESCAPING, on);
    }

    /** Whether names of templates in the same folder should be relative. */
    public CheckOptions withRelativePaths(boolean on) {
        return with(CheckRule.RELATIVE_PATHS, on);
    }

    /** Whether the markup should be usable for everybody. */
    public CheckOptions withAccessibility(boolean on) {
        return with(CheckRule.ACCESSIBILITY, on);
    }

    /** Whether blocks should be closed by the word that belongs to them. */
    public CheckOptions withExplicitEnds(boolean on) {
        return with(CheckRule.EXPLICIT_ENDS, on);
    }

    /** Whether output should keep secrets. */
    public CheckOptions withPrivacy(boolean on) {
        return with(CheckRule.PRIVACY, on);
    }

    /** Whether advice is given where a component would help, and where one does not. */
    public CheckOptions withModularity(boolean on) {
        return with(CheckRule.MODULARITY, on);
    }

    /** Whether every output is listed with how it is escaped. */
    public CheckOptions withAudit(boolean on) {
        return with(CheckRule.AUDIT, on);
    }
}
