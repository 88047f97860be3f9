package dev.kida.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Functional interfaces in both directions: a lambda of the model called by a template, and the reverse. */
final class Functions {

    /** What makes an object callable: the method of its only functional interface. */
    private static final ClassValue<Optional<JavaMethods>> CALLABLE = new ClassValue<>() {
        @Override
        protected Optional<JavaMethods> computeValue(Class<?> type) {
            return Optional.ofNullable(find(type));
        }
    };

    private Functions() {}

    /** How a value is called because it implements a functional interface; null if it does not. */
    static @Nullable JavaMethods of(Object value) {
        return CALLABLE.get(value.getClass()).orElse(null);
    }

    private static @Nullable JavaMethods find(Class<?> type) {
        if (ForbiddenTypes.contains(type) || Values.isAsync(type)) {
            return null;
        }
        Set<Method> candidates = new LinkedHashSet<>();
        boolean lambda = type.isHidden() || type.isSynthetic();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            collect(c, lambda, candidates);
        }
        return candidates.size() == 1 ? reach(candidates.iterator().next()) : null;
    }

    /** A lambda is called through any interface; another object only through one that is declared for calling. */
    private static void collect(Class<?> type, boolean lambda, Set<Method> candidates) {
        for (Class<?> parent : type.getInterfaces()) {
            Method method = method(parent);
            if (method != null && (lambda || isForCalling(parent))) {
                candidates.add(method);
            } else {
                collect(parent, lambda, candidates);
            }
        }
    }

    private static boolean isForCalling(Class<?> type) {
        return type.isAnnotationPresent(FunctionalInterface.class) || type == Callable.class;
    }

    private static @Nullable JavaMethods reach(Method method) {
        try {
            MethodType signature = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
            MethodHandle handle = MethodHandles.publicLookup().unreflect(method);
            JavaMethod only = new JavaMethod(method.getName(), signature, method.isVarArgs(), handle);
            return new JavaMethods(method.getName(), List.of(only));
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    /** The only abstract method of a public interface; null if there is not exactly one. */
    static @Nullable Method method(Class<?> type) {
        if (!type.isInterface() || !Modifier.isPublic(type.getModifiers())) {
            return null;
        }
        Method only = null;
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method)) {
                if (only != null) {
                    return null;
                }
                only = method;
            }
        }
        return only;
    }

    private static boolean isOfObject(Method method) {
        return switch (method.getName()) {
            case "toString", "hashCode" -> method.getParameterCount() == 0;
            case "equals" -> method.getParameterCount() == 1 && method.getParameterTypes()[0] == Object.class;
            default -> false;
        };
    }

    /** A template's function as an object of a functional interface. */
    static Object implement(Class<?> type, Object callable, CallContext context) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method)) {
                @Nullable Object[] values = arguments == null ? Calls.NO_VALUES : arguments;
                Object result = Calls.invoke(callable, values, Calls.NO_NAMES, Calls.NO_VALUES, context);
                return result(method, result, context);
            }
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> callable.toString();
            };
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    /** The result in the type of the method; truth where a boolean is asked for. */
    private static @Nullable Object result(Method method, @Nullable Object result, CallContext context) {
        Class<?> type = method.getReturnType();
        if (type == void.class) {
            return null;
        }
        if (type == boolean.class) {
            return Truth.of(result);
        }
        return type == Object.class ? result : Conversions.convert(type, result, context);
    }
}
