package dev.kida.value;

import java.util.Set;

/**
 * Types whose values give no members to any template: through them the data of a page would reach the virtual machine or
 * the application's wiring. They are recognised by name, also in superclasses and interfaces, because most of them are
 * not on the engine's class path.
 */
final class ForbiddenTypes {

    private static final Set<String> TYPES = Set.of(
            "java.lang.Class",
            "java.lang.ClassLoader",
            "java.lang.Module",
            "java.lang.ModuleLayer",
            "java.lang.Package",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.SecurityManager",
            "java.lang.StackWalker",
            "java.lang.System",
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.security.ProtectionDomain",
            "javax.management.MBeanServerConnection",
            "javax.naming.Context",
            "sun.misc.Unsafe",
            "jakarta.servlet.ServletContext",
            "javax.servlet.ServletContext",
            "org.springframework.beans.factory.BeanFactory",
            "org.springframework.context.ApplicationContext",
            "org.springframework.core.env.Environment",
            "org.springframework.core.env.PropertyResolver",
            "org.springframework.core.io.ResourceLoader");

    private static final Set<String> PACKAGES =
            Set.of("java.lang.reflect", "java.lang.invoke", "java.lang.instrument", "java.lang.module", "javax.script");

    private ForbiddenTypes() {}

    /** Whether values of a class give no members. */
    static boolean contains(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (isNamed(c)) {
                return true;
            }
            for (Class<?> parent : c.getInterfaces()) {
                if (contains(parent)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNamed(Class<?> type) {
        // Every dynamic proxy extends Proxy; what it stands for is decided by its interfaces.
        return type != java.lang.reflect.Proxy.class
                && (TYPES.contains(type.getName())
                        || PACKAGES.contains(type.getPackageName())
                        || type.getName().startsWith("jdk.internal.misc."));
    }
}
