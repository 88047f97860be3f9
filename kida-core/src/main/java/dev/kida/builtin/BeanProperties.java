package dev.kida.builtin;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names of the properties of a class: record components, else getters and public fields. */
final class BeanProperties {

    private static final ClassValue<Collection<String>> NAMES = new ClassValue<>() {
        @Override
        protected Collection<String> computeValue(Class<?> type) {
            return List.copyOf(find(type));
        }
    };

    private BeanProperties() {}

    /** None for classes of the Java platform: what they are is their text. */
    static Collection<String> of(Class<?> type) {
        return NAMES.get(type);
    }

    private static Collection<String> find(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
            return List.of();
        }
        RecordComponent[] components = type.getRecordComponents();
        if (components != null) {
            List<String> names = new ArrayList<>();
            for (RecordComponent component : components) {
                names.add(component.getName());
            }
            return names;
        }
        return inFieldOrder(type, ofBean(type));
    }

    private static Set<String> ofBean(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Method method : type.getMethods()) {
            String name = property(method);
            if (name != null) {
                names.add(name);
            }
        }
        for (Field field : type.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                names.add(field.getName());
            }
        }
        return names;
    }

    private static @Nullable String property(Method method) {
        Class<?> result = method.getReturnType();
        boolean candidate = method.getParameterCount() == 0
                && !Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass() != Object.class
                && result != void.class;
        if (!candidate) {
            return null;
        }
        String name = method.getName();
        if (name.startsWith("get")) {
            return decapitalized(name.substring(3));
        }
        return name.startsWith("is") && result == boolean.class ? decapitalized(name.substring(2)) : null;
    }

    /** As beans have it: a name that starts with two capitals keeps them. */
    private static @Nullable String decapitalized(String name) {
        if (name.isEmpty() || Character.isLowerCase(name.charAt(0))) {
            return null;
        }
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The order of the fields behind the properties, which is how people read a class, then the alphabet. */
    private static Collection<String> inFieldOrder(Class<?> type, Set<String> names) {
        Set<String> ordered = new LinkedHashSet<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            Set<String> own = new LinkedHashSet<>();
            for (Field field : c.getDeclaredFields()) {
                if (names.contains(field.getName())) {
                    own.add(field.getName());
                }
            }
            own.addAll(ordered);
            ordered = own;
        }
        ordered.addAll(names);
        return ordered;
    }
}
