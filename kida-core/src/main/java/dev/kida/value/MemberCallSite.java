package dev.kida.value;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One member access of a compiled template, with an inline cache: the classes met so far are tested in turn and read
 * directly. A place that meets too many classes goes back to looking members up.
 */
final class MemberCallSite {

    private static final int MAX_DEPTH = 4;

    /** Linking costs more than some reads that are not linked, and a page may be rendered once only. */
    private static final int TRIES = 64;

    private static final MethodHandle LINK;
    private static final MethodHandle GENERIC;
    private static final MethodHandle FROM_MAP;
    private static final MethodHandle IS_EXACTLY;
    private static final MethodHandle IS_MAP;

    static {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            MethodType read = MethodType.methodType(Object.class, Object.class);
            LINK = lookup.findVirtual(MemberCallSite.class, "link", read);
            GENERIC = lookup.findVirtual(MemberCallSite.class, "generic", read);
            FROM_MAP = lookup.findVirtual(MemberCallSite.class, "fromMap", read);
            IS_EXACTLY = lookup.findStatic(
                    MemberCallSite.class, "isExactly", MethodType.methodType(boolean.class, Class.class, Object.class));
            IS_MAP = lookup.findStatic(
                    MemberCallSite.class, "isMap", MethodType.methodType(boolean.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("engine methods are missing", e);
        }
    }

    private final MutableCallSite site;
    private final String name;
    private final boolean optional;
    private final boolean strict;
    private final List<Class<?>> linked = new ArrayList<>(1);
    private boolean mapLinked;
    private int tries;

    MemberCallSite(String name, int mode) {
        this.name = name;
        this.optional = mode == Members.OPTIONAL_STRICT || mode == Members.OPTIONAL_LENIENT;
        this.strict = mode == Members.STRICT || mode == Members.OPTIONAL_STRICT;
        // Not a subclass: a site that is made without a target gets one that throws, which takes the JVM a dozen
        // classes.
        this.site = new MutableCallSite(LINK.bindTo(this));
    }

    CallSite site() {
        return site;
    }

    /** Answers a receiver whose class is new to this place, and remembers the class. */
    @Nullable
    Object link(@Nullable Object receiver) {
        if (++tries <= TRIES) {
            return generic(receiver);
        }
        if (receiver instanceof Map) {
            linkMap();
        } else if (receiver != null && !(receiver instanceof MemberProvider)) {
            Member member = ClassMembers.of(receiver.getClass()).readable(name);
            if (member != null) {
                linkClass(receiver.getClass(), member.handle());
            }
        }
        return generic(receiver);
    }

    private synchronized void linkMap() {
        if (!mapLinked) {
            mapLinked = true;
            guard(IS_MAP, FROM_MAP.bindTo(this));
        }
    }

    private synchronized void linkClass(Class<?> receiver, MethodHandle getter) {
        if (linked.contains(receiver)) {
            return; // another thread was faster
        }
        if (linked.size() < MAX_DEPTH) {
            linked.add(receiver);
            guard(IS_EXACTLY.bindTo(receiver), getter);
        } else {
            site.setTarget(GENERIC.bindTo(this));
        }
    }

    private void guard(MethodHandle test, MethodHandle read) {
        site.setTarget(MethodHandles.guardWithTest(test, read, site.getTarget()));
    }

    /** Looks the member up, whatever the receiver is. */
    @Nullable
    Object generic(@Nullable Object receiver) {
        return optional ? Members.getOptional(receiver, name, strict) : Members.get(receiver, name, strict);
    }

    /** A key that is there is answered at once; everything else about maps is rare. */
    @Nullable
    Object fromMap(Object receiver) {
        Map<?, ?> map = (Map<?, ?>) receiver;
        Object value;
        try {
            value = map.get(name);
        } catch (ClassCastException | NullPointerException e) {
            value = null;
        }
        return value != null ? Values.unwrap(value) : generic(receiver);
    }

    static boolean isExactly(Class<?> type, @Nullable Object receiver) {
        return receiver != null && receiver.getClass() == type;
    }

    static boolean isMap(@Nullable Object receiver) {
        return receiver instanceof Map;
    }
}
