package dev.kida.output;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Links the places of compiled templates that print members. */
public final class Prints {

    private Prints() {}

    /**
     * Links <code>{{ receiver.name }}</code>.
     *
     * @param type {@code (Output, Object)void}
     * @param mode a mode of {@link dev.kida.value.Members}
     * @param escape 1 if text is escaped, else 0
     */
    public static CallSite bootstrap(MethodHandles.Lookup lookup, String name, MethodType type, int mode, int escape) {
        return new PrintCallSite(name, type, mode, escape == 1);
    }
}
