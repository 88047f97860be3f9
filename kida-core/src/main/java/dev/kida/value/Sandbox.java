package dev.kida.value;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateSecurityException;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members as an engine with a {@link SandboxPolicy} reads them. Every way to a member, whether by a dot, a filter's attribute
 * or a call, asks here first, and a refusal is a {@link TemplateSecurityException}, which no template can catch.
 */
public final class Sandbox {

    /** What of collections and text only reads; of those, nothing else is in reach. */
    private static final Set<String> READING = Set.of(
            ("items keys values get copy count index union intersection difference issubset issuperset isdisjoint"
                            + " symmetric_difference startswith endswith strip lstrip rstrip split rsplit splitlines"
                            + " partition rpartition join replace lower upper title capitalize casefold swapcase format"
                            + " encode decode find rfind rindex removeprefix removesuffix isdigit isdecimal isnumeric"
                            + " isalpha isalnum isspace islower isupper istitle center ljust rjust zfill expandtabs"
                            + " striptags unescape size length isEmpty empty isBlank blank contains containsKey"
                            + " containsValue containsAll indexOf lastIndexOf charAt startsWith endsWith toUpperCase"
                            + " toLowerCase trim toString equals hashCode")
                    .split(" "));

    /** What changes a collection; the rest of the Java API of collections stays out of reach. */
    private static final Set<String> CHANGING = Set.of(
            ("append extend insert pop remove sort reverse clear update add discard setdefault put putAll putIfAbsent"
                            + " addAll removeAll retainAll set")
                    .split(" "));

    /** What numbers tell about themselves. Not their arithmetic, which could be made to take for ever. */
    private static final Set<String> NUMBERS = Set.of(
            ("intValue longValue doubleValue floatValue shortValue byteValue signum scale precision toPlainString"
                            + " toString equals hashCode compareTo naN infinite isNaN isInfinite")
                    .split(" "));

    /** What of the names between two underscores each a template may say; others are the host's inner workings. */
    private static final Set<String> SPOKEN =
            Set.of("__len__", "__iter__", "__contains__", "__getitem__", "__str__", "__repr__");

    private Sandbox() {}

    // ---- reading ----------------------------------------------------------------------------------------------

    /** {@code receiver.name} as {@link Members#get} and {@link Members#getOptional}, if the policy allows it. */
    public static @Nullable Object get(@Nullable Object receiver, String name, int mode, SandboxPolicy policy) {
        Object content = Values.unwrap(receiver);
        check(policy, content, name);
        boolean strict = mode == Members.STRICT || mode == Members.OPTIONAL_STRICT;
        return mode == Members.STRICT || mode == Members.LENIENT
                ? Members.get(content, name, strict)
                : Members.getOptional(content, name, strict);
    }

    /** As {@link Members#find}, if the policy allows it; everything is allowed without a policy. */
    public static @Nullable Object find(
            @Nullable Object receiver, String name, @Nullable Object missing, @Nullable SandboxPolicy policy) {
        if (policy == null) {
            return Members.find(receiver, name, missing);
        }
        Object content = Values.unwrap(receiver);
        check(policy, content, name);
        return Members.find(content, name, missing);
    }

    /**
     * Checks that a member of a value may be read.
     *
     * @throws TemplateSecurityException K-SEC-001 for the name, K-SEC-002 for the type of the value
     */
    public static void check(SandboxPolicy policy, @Nullable Object receiver, String name) {
        checkName(name);
        if (receiver == null || receiver == Undefined.INSTANCE) {
            return;
        }
        if (policy.isBlocked(name)) {
            throw refused(name);
        }
        checkType(policy, receiver);
        boolean reading = isCollection(receiver) && READING.contains(name);
        if (policy.isUnlisted(name) && !reading && !(receiver instanceof MemberProvider)) {
            throw refused(name);
        }
        if (!isData(receiver, name)) {
            checkMember(policy, receiver, name);
        }
    }

    /** Checks that a map's value may be read by a key. */
    public static void checkKey(SandboxPolicy policy, @Nullable Object object, @Nullable Object key) {
        String name = Text.textOrNull(key);
        if (name != null) {
            checkName(name);
            if (policy.isBlocked(name)) {
                throw refused(name);
            }
        }
        if (object != null) {
            checkType(policy, object);
        }
    }

    /** Checks that a filter may read the value of a map as an attribute, for which the same names count as for a dot. */
    public static void checkAttribute(SandboxPolicy policy, Map<?, ?> map, @Nullable Object key) {
        checkKey(policy, map, key);
        String name = Text.textOrNull(key);
        if (name != null && policy.isUnlisted(name) && !READING.contains(name)) {
            throw refused(name);
        }
    }

    /**
     * Checks that a name is not one of the inner workings of the host, whatever the value is from which it is read.
     *
     * @throws TemplateSecurityException K-SEC-001
     */
    public static void checkName(String name) {
        if (name.length() > 4 && name.startsWith("__") && name.endsWith("__") && !SPOKEN.contains(name)) {
            throw refused(name);
        }
    }

    /** Keys of maps are data, whatever they are called, and some values answer for themselves. */
    private static boolean isData(Object receiver, String name) {
        return receiver instanceof MemberProvider
                || (receiver instanceof Map<?, ?> map && Dicts.find(map, name) != Dicts.ABSENT);
    }

    private static void checkType(SandboxPolicy policy, Object receiver) {
        Class<?> type = receiver.getClass();
        if (policy.isBlocked(type) || !(isPlain(receiver) || policy.isListed(type))) {
            throw new TemplateSecurityException(
                    ErrorCode.K_SEC_002,
                    "Values of type " + TypeNames.of(receiver) + " are not accessible to sandboxed templates",
                    "Allow the class in the sandbox policy, or put a record or a map into the model");
        }
    }

    private static void checkMember(SandboxPolicy policy, Object receiver, String name) {
        if (policy.isListed(receiver.getClass())) {
            checkResult(receiver, name);
        } else if (isCollection(receiver)) {
            boolean changing = policy.mutatingMethods() && CHANGING.contains(name);
            refuseUnless(changing || READING.contains(name), receiver, name);
        } else if (receiver instanceof Enum) {
            refuseUnless(name.equals("name") || name.equals("ordinal"), receiver, name);
        } else if (receiver instanceof Number) {
            refuseUnless(NUMBERS.contains(name), receiver, name);
        } else {
            checkResult(receiver, name);
        }
    }

    /** A name that does not exist is not worth a secret: it is missing as anywhere else. */
    private static void refuseUnless(boolean allowed, Object receiver, String name) {
        if (!allowed && ClassMembers.of(receiver.getClass()).readable(name) != null) {
            throw refused(name);
        }
    }

    /** A method that returns nothing is there for what it does, which is not a template's business. */
    private static void checkResult(Object receiver, String name) {
        if (ClassMembers.of(receiver.getClass()).method(name) instanceof JavaMethods methods
                && methods.overloads().stream()
                        .anyMatch(each -> each.signature().returnType() == void.class)) {
            throw new TemplateSecurityException(
                    ErrorCode.K_SEC_004, "The method '" + name + "' returns nothing and cannot be called here");
        }
    }

    private static boolean isCollection(Object value) {
        return value instanceof Map
                || value instanceof Collection
                || value instanceof CharSequence
                || value instanceof Character
                || value instanceof Markup
                || value.getClass().isArray();
    }

    /** Values without ties to the application. */
    private static boolean isPlain(Object value) {
        return isCollection(value)
                || isNumber(value)
                || value instanceof Boolean
                || value instanceof Enum
                || (value instanceof Record && !(value instanceof TemplateFunction))
                || isTemporal(value)
                || isOptional(value)
                || value instanceof MemberProvider;
    }

    /** Not the counters of java.util.concurrent, which are numbers that change. */
    private static boolean isNumber(Object value) {
        return value instanceof Number && value.getClass().getPackageName().matches("java\\.(lang|math)");
    }

    private static boolean isTemporal(Object value) {
        return value instanceof TemporalAccessor || value instanceof TemporalAmount || value instanceof ZoneId;
    }

    private static boolean isOptional(Object value) {
        return value instanceof Optional
                || value instanceof OptionalInt
                || value instanceof OptionalLong
                || value instanceof OptionalDouble;
    }

    private static TemplateSecurityException refused(String name) {
        return new TemplateSecurityException(
                ErrorCode.K_SEC_001, "The attribute '" + name + "' is not accessible to sandboxed templates");
    }

    // ---- calling ----------------------------------------------------------------------------------------------

    /** Checks that a method of a value may be called. */
    public static void checkMethod(SandboxPolicy policy, @Nullable Object receiver, String name) {
        if (!(receiver instanceof MemberProvider)) {
            checkKind(policy, SandboxPolicy.Callee.METHOD, name);
        }
        check(policy, receiver, name);
    }

    /**
     * Checks that a value may be called.
     *
     * @param registered the values of the engine's globals
     * @throws TemplateSecurityException K-SEC-004
     */
    public static void checkCall(
            SandboxPolicy policy, @Nullable Object callee, Collection<? extends @Nullable Object> registered) {
        if (callee == null || callee == Undefined.INSTANCE) {
            return; // not callable anyway
        }
        if (callee instanceof BoundMethod method) {
            checkMethod(policy, method.receiver(), method.name());
            return;
        }
        boolean component = callee instanceof TemplateFunction function && function.isComponent();
        if (component) {
            checkKind(policy, SandboxPolicy.Callee.COMPONENT, "a component");
            return;
        }
        boolean known = registered.stream().anyMatch(each -> each == callee);
        if (policy.isBlocked(callee.getClass()) || (!known && Calls.isCallable(callee))) {
            throw uncallable("A " + TypeNames.of(callee) + " value");
        }
        checkKind(policy, SandboxPolicy.Callee.FUNCTION, "a function");
    }

    private static void checkKind(SandboxPolicy policy, SandboxPolicy.Callee kind, String what) {
        if (!policy.allows(kind)) {
            throw uncallable("'" + what + "'");
        }
    }

    private static TemplateSecurityException uncallable(String what) {
        return new TemplateSecurityException(
                ErrorCode.K_SEC_004,
                what + " cannot be called by sandboxed templates",
                "Register functions as globals of the engine");
    }
}
