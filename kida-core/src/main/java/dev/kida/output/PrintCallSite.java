package dev.kida.output;

import dev.kida.value.Members;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place of a compiled template that prints a member of a value. For the classes met so far, the member is read in the
 * type that its accessor declares and goes to the writer for that type: a number is not boxed, and nothing has to be
 * asked about a {@code String}. Everything else is read as any member and printed as any value.
 */
final class PrintCallSite {

    private static final int MAX_DEPTH = 4;

    /** Linking costs more than some reads that are not linked, and a page may be rendered once only. */
    private static final int TRIES = 64;

    private static final MethodHandle FIRST;
    private static final MethodHandle IS_EXACTLY;

    static {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            FIRST = lookup.findVirtual(
                    PrintCallSite.class, "first", MethodType.methodType(void.class, Output.class, Object.class));
            IS_EXACTLY = lookup.findStatic(
                    PrintCallSite.class,
                    "isExactly",
                    MethodType.methodType(boolean.class, Class.class, Output.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("engine methods are missing", e);
        }
    }

    private final MutableCallSite site;
    private final String name;
    private final int mode;
    private final boolean escape;
    private final List<Class<?>> linked = new ArrayList<>(1);
    private int tries;
    private @Nullable MethodHandle untyped;

    PrintCallSite(String name, int mode, boolean escape) {
        this.name = name;
        this.mode = mode;
        this.escape = escape;
        // Not a subclass: a site that is made without a target gets one that throws, which takes the JVM a dozen
        // classes.
        this.site = new MutableCallSite(FIRST.bindTo(this));
    }

    CallSite site() {
        return site;
    }

    /** Prints the member of a receiver whose class is new to this place, and perhaps remembers the class. */
    void first(Output out, @Nullable Object receiver) throws Throwable {
        if (++tries > TRIES) {
            link(receiver);
        }
        Object value = Members.get(receiver, name, mode);
        if (escape) {
            out.escaped(value);
        } else {
            out.plain(value);
        }
    }

    // A place is linked a few times in its life, and what it does meanwhile is short: nobody waits here for long.
    private synchronized void link(@Nullable Object receiver) {
        if (receiver == null) {
            return; // an error, as a rule
        }
        Class<?> type = receiver.getClass();
        if (linked.contains(type)) {
            return; // another thread was faster
        }
        MethodHandle reader = Members.reader(type, name);
        MethodHandle writer =
                reader == null ? null : PrintWriters.of(reader.type().returnType(), escape);
        if (reader == null || writer == null || linked.size() == MAX_DEPTH) {
            site.setTarget(linked.isEmpty() ? untyped() : withUntyped());
            return;
        }
        linked.add(type);
        MethodHandle print = MethodHandles.filterArguments(writer, 1, reader);
        site.setTarget(MethodHandles.guardWithTest(IS_EXACTLY.bindTo(type), print, site.getTarget()));
    }

    /** The classes that are linked already, then every other. */
    private MethodHandle withUntyped() {
        MethodHandle target = untyped();
        for (Class<?> type : linked) {
            MethodHandle reader = java.util.Objects.requireNonNull(Members.reader(type, name));
            MethodHandle writer = java.util.Objects.requireNonNull(
                    PrintWriters.of(reader.type().returnType(), escape));
            MethodHandle print = MethodHandles.filterArguments(writer, 1, reader);
            target = MethodHandles.guardWithTest(IS_EXACTLY.bindTo(type), print, target);
        }
        return target;
    }

    private MethodHandle untyped() {
        MethodHandle known = untyped;
        if (known == null) {
            MethodHandle read = Members.site(name, mode).dynamicInvoker();
            known = MethodHandles.filterArguments(PrintWriters.any(escape), 1, read);
            untyped = known;
        }
        return known;
    }

    static boolean isExactly(Class<?> type, Output out, @Nullable Object receiver) {
        return receiver != null && receiver.getClass() == type;
    }
}
