package dev.kida.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a Java class is in reach of a template: its public instance methods and fields, each through a public
 * declaration in an exported package. A class that is not public itself is seen through its interfaces and superclasses.
 */
final class JavaClass {

    /** Never reachable, in any environment: they lead to the class, or have no business in a page. */
    private static final Set<String> NEVER =
            Set.of("getClass", "wait", "notify", "notifyAll", "finalize", "getDeclaringClass");

    private final Class<?> type;
    private final Map<String, List<JavaMethod>> methods = new LinkedHashMap<>();

    /** A method, and the public type by which it is called. */
    private record Declaration(Class<?> owner, Method method) {}

    JavaClass(Class<?> type) {
        this.type = type;
        Map<List<Object>, Declaration> declarations = new LinkedHashMap<>();
        for (Class<?> source : sources()) {
            for (Method method : source.getMethods()) {
                collect(source, method, declarations);
            }
        }
        for (Declaration declaration : declarations.values()) {
            JavaMethod method = reach(declaration);
            if (method != null) {
                add(declaration.method.getName(), method);
            }
        }
    }

    private void add(String name, JavaMethod method) {
        List<JavaMethod> overloads = methods.get(name);
        if (overloads == null) {
            overloads = new ArrayList<>(1);
            methods.put(name, overloads);
        }
        overloads.add(method);
    }

    /** Whether a name is never the name of a reachable member. */
    static boolean isNever(String name) {
        return NEVER.contains(name) || name.equals("class");
    }

    private static void collect(Class<?> source, Method method, Map<List<Object>, Declaration> declarations) {
        if (Modifier.isStatic(method.getModifiers()) || NEVER.contains(method.getName())) {
            return;
        }
        List<Object> key = List.of(method.getName(), Arrays.asList(method.getParameterTypes()));
        Declaration known = declarations.get(key);
        if (known == null || (known.method.isBridge() && !method.isBridge())) {
            declarations.put(key, new Declaration(source, method));
        }
    }

    /** The public types through which the class is seen, the closest first. */
    private Set<Class<?>> sources() {
        Set<Class<?>> sources = new LinkedHashSet<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (isPublic(c)) {
                sources.add(c);
                break; // it inherits everything further up
            }
            interfaces(c, sources);
        }
        return sources;
    }

    private static void interfaces(Class<?> type, Set<Class<?>> found) {
        for (Class<?> parent : type.getInterfaces()) {
            if (isPublic(parent)) {
                found.add(parent);
            } else {
                interfaces(parent, found);
            }
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && type.getModule().isExported(type.getPackageName());
    }

    /**
     * What keeps a member out of reach that the class does have: that the type which declares it is not public, or not
     * exported by its module.
     *
     * @return null when there is no public member of that name, or no such reason
     */
    static @Nullable String obstacle(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (!isPublic(c) && !c.isArray() && declares(c, name)) {
                return Modifier.isPublic(c.getModifiers())
                        ? "Templates read what a module exports; " + c.getPackageName() + " is not exported"
                        : "Templates read public types only; make " + c.getSimpleName() + " public";
            }
        }
        return null;
    }

    private static boolean declares(Class<?> type, String name) {
        if (name.isEmpty() || isNever(name)) {
            return false;
        }
        String property = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        Set<String> accessors = Set.of(name, "get" + property, "is" + property);
        return Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> isPublicInstance(method) && accessors.contains(method.getName()))
                || Arrays.stream(type.getDeclaredFields())
                        .anyMatch(field ->
                                isPublicInstance(field) && field.getName().equals(name));
    }

    private static boolean isPublicInstance(java.lang.reflect.Member member) {
        return Modifier.isPublic(member.getModifiers()) && !Modifier.isStatic(member.getModifiers());
    }

    private static @Nullable JavaMethod reach(Declaration declaration) {
        Method method = declaration.method;
        try {
            MethodType signature = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
            MethodHandle handle =
                    MethodHandles.publicLookup().findVirtual(declaration.owner, method.getName(), signature);
            return new JavaMethod(method.getName(), signature, method.isVarArgs(), handle);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null; // its types are out of reach, and so is the method
        }
    }

    /** The reachable methods, by name. */
    Map<String, List<JavaMethod>> methods() {
        return methods;
    }

    /** The members that are read like properties: record components, getters, public fields; in this order. */
    Map<String, MethodHandle> properties() {
        Map<String, MethodHandle> properties = new LinkedHashMap<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                accessor(component.getName(), component.getName(), properties);
            }
        }
        for (String prefix : List.of("get", "is")) {
            for (String method : methods.keySet()) {
                if (method.startsWith(prefix) && method.length() > prefix.length()) {
                    getter(method, prefix, properties);
                }
            }
        }
        for (Field field : type.getFields()) {
            field(field, properties);
        }
        return properties;
    }

    private void getter(String method, String prefix, Map<String, MethodHandle> properties) {
        String name = method.substring(prefix.length());
        char first = name.charAt(0);
        accessor(method, Character.toLowerCase(first) + name.substring(1), properties);
        if (name.length() > 1 && Character.isUpperCase(first) && Character.isUpperCase(name.charAt(1))) {
            accessor(method, name, properties); // getURL is "URL" to some and "uRL" to others
        }
    }

    private void accessor(String method, String property, Map<String, MethodHandle> properties) {
        for (JavaMethod candidate : methods.getOrDefault(method, List.of())) {
            Class<?> result = candidate.signature().returnType();
            boolean readable = candidate.signature().parameterCount() == 0 && result != void.class;
            boolean bool = result == boolean.class || result == Boolean.class;
            if (readable && (bool || !method.startsWith("is") || method.equals(property))) {
                properties.putIfAbsent(property, candidate.handle());
            }
        }
    }

    private static void field(Field field, Map<String, MethodHandle> properties) {
        if (!Modifier.isStatic(field.getModifiers()) && isPublic(field.getDeclaringClass())) {
            try {
                properties.putIfAbsent(
                        field.getName(), MethodHandles.publicLookup().unreflectGetter(field));
            } catch (IllegalAccessException e) {
                throw new LinkageError("a public field is not readable: " + field, e);
            }
        }
    }
}
