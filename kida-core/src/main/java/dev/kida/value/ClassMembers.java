package dev.kida.value;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateSecurityException;
import java.lang.invoke.MethodHandle;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What templates can do with the values of one class: its members by name, worked out once. */
final class ClassMembers {

    private static final ClassValue<ClassMembers> CACHE = new ClassValue<>() {
        @Override
        protected ClassMembers computeValue(Class<?> type) {
            return new ClassMembers(type);
        }
    };

    private final Map<String, Member> readable = new HashMap<>();
    private final Map<String, Invocable> methods = new HashMap<>();
    private final boolean forbidden;
    private final boolean async;
    private final boolean map;

    private ClassMembers(Class<?> type) {
        forbidden = ForbiddenTypes.contains(type);
        async = Values.isAsync(type);
        map = Map.class.isAssignableFrom(type);
        if (forbidden || async) {
            return;
        }
        JavaClass java = new JavaClass(type);
        for (Map.Entry<String, List<JavaMethod>> method : java.methods().entrySet()) {
            addMethod(new JavaMethods(method.getKey(), List.copyOf(method.getValue())));
        }
        addProperties(java.properties());
        if (Enum.class.isAssignableFrom(type)) {
            properties(java, Set.of("name", "ordinal"));
        }
        for (PortableMethod method : PortableMethods.of(type).values()) {
            addMethod(method);
        }
        if (TemporalAccessor.class.isAssignableFrom(type)) {
            addProperties(Temporals.properties(type));
        }
    }

    static ClassMembers of(Class<?> type) {
        return CACHE.get(type);
    }

    private void addMethod(Invocable method) {
        methods.put(method.name(), method);
        readable.put(method.name(), Member.method(method));
    }

    private void addProperties(Map<String, MethodHandle> accessors) {
        for (Map.Entry<String, MethodHandle> accessor : accessors.entrySet()) {
            addProperty(accessor.getKey(), accessor.getValue());
        }
    }

    private void addProperty(String name, MethodHandle accessor) {
        readable.put(name, Member.accessor(name, accessor));
    }

    /** Methods that are read like properties, because a template never wants anything else of them. */
    private void properties(JavaClass java, Set<String> names) {
        for (String name : names) {
            for (JavaMethod method : java.methods().getOrDefault(name, List.of())) {
                addProperty(name, method.handle());
            }
        }
    }

    /** How a member is read; null if there is none of that name. */
    @Nullable
    Member readable(String name) {
        return readable.get(name);
    }

    /** A method by its name, or null. */
    @Nullable
    Invocable method(String name) {
        return methods.get(name);
    }

    /** The names of all members. */
    Collection<String> names() {
        return new TreeSet<>(readable.keySet());
    }

    /** The error for asking for a member that must not exist; null if it is merely missing. */
    @Nullable
    TemplateException refusal(Object receiver, String name) {
        if (forbidden) {
            String type = receiver.getClass().getSimpleName();
            return new TemplateSecurityException(
                    ErrorCode.K_SEC_002, "Values of type " + type + " are not accessible to templates");
        }
        // On a map "class" is a key like any other, only that it is missing.
        if (JavaClass.isNever(name) && !(map && name.equals("class"))) {
            return new TemplateSecurityException(
                    ErrorCode.K_SEC_001, "The attribute '" + name + "' is not accessible to templates");
        }
        return async ? Values.notAwaited(receiver, "read '" + name + "' of") : null;
    }
}
