package dev.kida.value;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A value that answers for its own members: {@code value.name} asks {@link #member}, and nothing else of the class is
 * reachable from a template.
 */
public interface MemberProvider {

    /** The value of a member, or {@link Members#MISSING} if there is none of that name. */
    @Nullable
    Object member(String name);

    /** The names of the members, for suggestions in error messages. */
    Collection<String> memberNames();
}
