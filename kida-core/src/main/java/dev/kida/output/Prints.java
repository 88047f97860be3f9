package dev.kida.output;

import dev.kida.value.Members;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Links the places of compiled templates that print members. */
public final class Prints {

    private static final char ESCAPED = 'e';
    private static final char PLAIN = 'p';

    private Prints() {}

    /**
     * What {@link #bootstrap} is asked to link.
     *
     * @param mode a mode of {@link Members}
     * @param escape whether text is escaped
     */
    public static String linkName(String name, int mode, boolean escape) {
        return (escape ? ESCAPED : PLAIN) + Members.linkName(name, mode);
    }

    /**
     * Links <code>{{ receiver.name }}</code>.
     *
     * @param linkName the member, and how it is read and printed; see {@link #linkName}
     * @param type {@code (Output, Object)void}
     */
    public static CallSite bootstrap(MethodHandles.Lookup lookup, String linkName, MethodType type) {
        return new PrintCallSite(linkName.substring(2), linkName.charAt(1) - '0', linkName.charAt(0) == ESCAPED).site();
    }
}
