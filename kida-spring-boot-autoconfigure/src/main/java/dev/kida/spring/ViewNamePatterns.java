package dev.kida.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.util.PatternMatchUtils;

/**
 * Which view names are Kida's, by what they look like: those that one of the patterns matches, except for those that a
 * pattern excludes. A block that is asked for by a name ({@code orders#rows}) is no part of what is compared. Immutable.
 */
public final class ViewNamePatterns {

    /** Every name. */
    public static final ViewNamePatterns ALL = new ViewNamePatterns(null, null);

    private final String @Nullable [] included;
    private final String @Nullable [] excluded;

    /**
     * @param included patterns with {@code *} for anything, null for all names
     * @param excluded patterns of names that are left to other view resolvers, null for none
     */
    public ViewNamePatterns(String @Nullable [] included, String @Nullable [] excluded) {
        this.included = included == null ? null : included.clone();
        this.excluded = excluded == null ? null : excluded.clone();
    }

    /** Whether a name, without blocks, is one of these. */
    public boolean accept(String viewName) {
        return (included == null || PatternMatchUtils.simpleMatch(included, viewName))
                && (excluded == null || !PatternMatchUtils.simpleMatch(excluded, viewName));
    }
}
