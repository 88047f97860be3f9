package dev.kida.value;

import dev.kida.error.TemplateException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.error.UndefinedException;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code value.name} and {@code value.name(...)}: keys of maps, the language's own methods, and the public members of Java
 * objects.
 */
public final class Members {

    /** Stands for a member that does not exist. */
    public static final Object MISSING = new Object() {
        @Override
        public String toString() {
            return "missing";
        }
    };

    /** Mode of {@link #bootstrap}: {@code a.b}, a missing member is an error. */
    public static final int STRICT = 0;

    /** Mode of {@link #bootstrap}: {@code a.b}, a missing member is undefined. */
    public static final int LENIENT = 1;

    /** Mode of {@link #bootstrap}: {@code a?.b}, strict. */
    public static final int OPTIONAL_STRICT = 2;

    /** Mode of {@link #bootstrap}: {@code a?.b}, lenient. */
    public static final int OPTIONAL_LENIENT = 3;

    private Members() {}

    /**
     * {@code receiver.name}.
     *
     * @throws UndefinedException if there is no such member and strict is set; otherwise it is {@link Undefined}
     */
    public static @Nullable Object get(@Nullable Object receiver, String name, boolean strict) {
        Object value = find(receiver, name, MISSING);
        return value == MISSING ? missing(receiver, name, strict) : value;
    }

    /** {@code receiver.name} or {@code receiver?.name}, as one of the modes says. */
    public static @Nullable Object get(@Nullable Object receiver, String name, int mode) {
        boolean strict = mode == STRICT || mode == OPTIONAL_STRICT;
        return mode == OPTIONAL_STRICT || mode == OPTIONAL_LENIENT
                ? getOptional(receiver, name, strict)
                : get(receiver, name, strict);
    }

    /** {@code receiver?.name}: null for a null receiver and for a missing key of a map. */
    public static @Nullable Object getOptional(@Nullable Object receiver, String name, boolean strict) {
        if (receiver == null) {
            return null;
        }
        Object value = find(receiver, name, MISSING);
        if (value != MISSING) {
            return value;
        }
        if (receiver instanceof Map || !strict || receiver == Undefined.INSTANCE) {
            return null;
        }
        throw undefined(receiver, name);
    }

    private static Object missing(@Nullable Object receiver, String name, boolean strict) {
        if (receiver == Undefined.INSTANCE || !strict) {
            return Undefined.INSTANCE;
        }
        throw undefined(receiver, name);
    }

    /** As {@link #get}, but answers a miss with the given value instead of an error. */
    public static @Nullable Object find(@Nullable Object receiver, String name, @Nullable Object missing) {
        if (receiver instanceof Map<?, ?> map) {
            Object value = Dicts.find(map, name);
            return value == Dicts.ABSENT ? findMember(receiver, name, missing) : value;
        }
        if (receiver == null || receiver == Undefined.INSTANCE) {
            return missing;
        }
        if (receiver instanceof MemberProvider provider) {
            Object value = provider.member(name);
            return value == MISSING ? missing : Values.unwrap(value);
        }
        return findMember(receiver, name, missing);
    }

    private static @Nullable Object findMember(Object receiver, String name, @Nullable Object missing) {
        ClassMembers members = ClassMembers.of(receiver.getClass());
        Member member = members.readable(name);
        if (member != null) {
            return member.get(receiver);
        }
        Object content = Values.unwrap(receiver);
        if (content != receiver) {
            return find(content, name, missing);
        }
        TemplateException refusal = members.refusal(receiver, name);
        if (refusal != null) {
            throw refusal;
        }
        return missing;
    }

    /** As {@link #find}, following dots: {@code address.city}. A map's key that contains the dots comes first. */
    public static @Nullable Object findPath(@Nullable Object receiver, String path, @Nullable Object missing) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return find(receiver, path, missing);
        }
        if (receiver instanceof Map<?, ?> map) {
            Object value = Dicts.find(map, path);
            if (value != Dicts.ABSENT) {
                return value;
            }
        }
        Object value = find(receiver, path.substring(0, dot), MISSING);
        return value == MISSING ? missing : findPath(value, path.substring(dot + 1), missing);
    }

    /** {@code receiver.name(...)} with missing members as errors. */
    public static @Nullable Object invoke(
            @Nullable Object receiver,
            String name,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            CallContext context) {
        return invoke(receiver, name, positional, names, named, context, true);
    }

    /** {@code receiver.name(...)}. */
    public static @Nullable Object invoke(
            @Nullable Object receiver,
            String name,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            CallContext context,
            boolean strict) {
        if (receiver == null || (receiver instanceof Map<?, ?> map && Dicts.find(map, name) != Dicts.ABSENT)) {
            return Calls.invoke(get(receiver, name, strict), positional, names, named, context);
        }
        if (receiver == Undefined.INSTANCE) {
            return invokeUndefined(name, positional);
        }
        Invocable method = receiver instanceof MemberProvider
                ? null
                : ClassMembers.of(receiver.getClass()).method(name);
        if (method != null) {
            return method.invoke(receiver, positional, names, named, context);
        }
        return Calls.invoke(get(receiver, name, strict), positional, names, named, context);
    }

    /** {@code receiver?.name(...)}: undefined, without a call, if the receiver is null or has a map's missing key. */
    public static @Nullable Object invokeOptional(
            @Nullable Object receiver,
            String name,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            CallContext context,
            boolean strict) {
        if (receiver == null || receiver == Undefined.INSTANCE) {
            return Undefined.INSTANCE;
        }
        boolean method = !(receiver instanceof Map || receiver instanceof MemberProvider)
                && ClassMembers.of(receiver.getClass()).method(name) != null;
        if (method) {
            return invoke(receiver, name, positional, names, named, context, strict);
        }
        Object callee = getOptional(receiver, name, strict);
        return callee == null ? Undefined.INSTANCE : Calls.invoke(callee, positional, names, named, context);
    }

    /** The undefined value has the reading methods of an empty dict. */
    private static @Nullable Object invokeUndefined(String name, @Nullable Object[] positional) {
        return switch (name) {
            case "get" -> positional.length > 1 ? positional[1] : Undefined.INSTANCE;
            case "items", "keys", "values" -> List.of();
            default ->
                throw TemplateRuntimeException.type(
                        "An undefined value cannot be called", "Check the value with 'is defined' first");
        };
    }

    /** The error for a member that does not exist. */
    static UndefinedException undefined(@Nullable Object receiver, String name) {
        if (receiver == null) {
            return UndefinedException.attribute(null, name, List::of);
        }
        UndefinedException failure = UndefinedException.attribute(TypeNames.of(receiver), name, () -> names(receiver));
        if (receiver != Undefined.INSTANCE && !(receiver instanceof MemberProvider)) {
            failure.outOfReach(JavaClass.obstacle(receiver.getClass(), name));
        }
        return failure;
    }

    /** The names of the members of a value. */
    public static Collection<String> names(@Nullable Object receiver) {
        if (receiver == null || receiver == Undefined.INSTANCE) {
            return List.of();
        }
        if (receiver instanceof MemberProvider provider) {
            return provider.memberNames();
        }
        if (receiver instanceof Map<?, ?> map) {
            Collection<String> names =
                    new TreeSet<>(PortableMethods.of(Map.class).keySet());
            for (Object key : map.keySet()) {
                if (key instanceof CharSequence
                        || key instanceof Enum<?>) { // others are no names, and may have no text
                    names.add(key.toString());
                }
            }
            return names;
        }
        return ClassMembers.of(receiver.getClass()).names();
    }

    /**
     * How a member of a class is read in the type that its accessor declares: {@code (Object)T}. What the accessor throws
     * arrives as a template error.
     *
     * @return null when the class has no accessor of that name, or when what it gives may be an {@code Optional}
     */
    public static @Nullable MethodHandle reader(Class<?> receiver, String name) {
        if (Map.class.isAssignableFrom(receiver) || MemberProvider.class.isAssignableFrom(receiver)) {
            return null;
        }
        Member member = ClassMembers.of(receiver).readable(name);
        return member == null ? null : member.typed();
    }

    /** A place that reads a member, as {@link #bootstrap} makes it. */
    public static CallSite site(String name, int mode) {
        return new MemberCallSite(name, mode).site();
    }

    /**
     * What {@link #bootstrap} is asked to link. The mode is a part of the name: with an argument of its own, the JVM makes
     * half a dozen classes before the first place of a template is linked.
     *
     * @param mode one of the modes above
     */
    public static String linkName(String name, int mode) {
        return mode + name;
    }

    /**
     * Links {@code receiver.name} of a compiled template.
     *
     * @param linkName the member, and how it is read; see {@link #linkName}
     * @param type {@code (Object)Object}
     */
    public static CallSite bootstrap(MethodHandles.Lookup lookup, String linkName, MethodType type) {
        return new MemberCallSite(linkName.substring(1), linkName.charAt(0) - '0').site();
    }
}
