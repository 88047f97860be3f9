package dev.kida.value;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What templates of strangers may reach (spec 08 §8). Without a policy an engine hides only what no template should ever
 * see; with one, everything is hidden that is not allowed: data is readable, objects are not.
 *
 * <p>Allowed from the start are collections, text, numbers, booleans, {@code name} and {@code ordinal} of enums, dates and
 * times, and records; of other classes only those that are listed here or carry {@link KidaSandboxed}. Methods that return
 * nothing cannot be called, nor those that change a collection.
 *
 * <p>A policy is no security boundary by itself: who renders templates of strangers gives them a process of their own, too.
 * Immutable.
 */
public final class SandboxPolicy {

    /** Kinds of what a template can call. */
    public enum Callee {
        /** A {@code def}, a {@code region}, or the content of a slot. */
        COMPONENT,
        /** A function that is registered as a global. */
        FUNCTION,
        /** A method of a value. */
        METHOD
    }

    /** What is described above. */
    public static final SandboxPolicy DEFAULT = builder().build();

    private final @Nullable Set<String> allowedAttributes;
    private final Set<String> blockedAttributes;
    private final Set<Class<?>> allowedTypes;
    private final Set<String> allowedPackages;
    private final Set<Class<?>> blockedTypes;
    private final boolean mutatingMethods;
    private final @Nullable Set<Callee> calls;
    private final boolean dynamicTemplates;

    private SandboxPolicy(Builder builder) {
        Set<String> names = builder.allowedAttributes;
        Set<Callee> kinds = builder.calls;
        this.allowedAttributes = names == null ? null : Set.copyOf(names);
        this.blockedAttributes = Set.copyOf(builder.blockedAttributes);
        this.allowedTypes = Set.copyOf(builder.allowedTypes);
        this.allowedPackages = Set.copyOf(builder.allowedPackages);
        this.blockedTypes = Set.copyOf(builder.blockedTypes);
        this.mutatingMethods = builder.mutatingMethods;
        this.calls = kinds == null ? null : Set.copyOf(kinds);
        this.dynamicTemplates = builder.dynamicTemplates;
    }

    /** Starts from {@link #DEFAULT}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether {@code include}, {@code extends}, {@code embed} and imports may compute the name of a template. */
    public boolean dynamicTemplates() {
        return dynamicTemplates;
    }

    // ---- asked by the rules -----------------------------------------------------------------------------------

    boolean isBlocked(String attribute) {
        return blockedAttributes.contains(attribute);
    }

    boolean isUnlisted(String attribute) {
        return allowedAttributes != null && !allowedAttributes.contains(attribute);
    }

    boolean isBlocked(Class<?> type) {
        return blockedTypes.stream().anyMatch(blocked -> blocked.isAssignableFrom(type));
    }

    boolean isListed(Class<?> type) {
        return type.isAnnotationPresent(KidaSandboxed.class)
                || allowedPackages.contains(type.getPackageName())
                || allowedTypes.stream().anyMatch(allowed -> allowed.isAssignableFrom(type));
    }

    boolean mutatingMethods() {
        return mutatingMethods;
    }

    boolean allows(Callee kind) {
        return calls == null || calls.contains(kind);
    }

    /** Collects what differs from the default. */
    public static final class Builder {

        private @Nullable Set<String> allowedAttributes;
        private final Set<String> blockedAttributes = new LinkedHashSet<>();
        private final Set<Class<?>> allowedTypes = new LinkedHashSet<>();
        private final Set<String> allowedPackages = new LinkedHashSet<>();
        private final Set<Class<?>> blockedTypes = new LinkedHashSet<>();
        private boolean mutatingMethods;
        private @Nullable Set<Callee> calls;
        private boolean dynamicTemplates;

        private Builder() {}

        /**
         * Only these names may follow a dot or be the attribute of a filter, and the reading methods of collections and text.
         * K-SEC-001.
         */
        public Builder allowAttributes(Collection<String> names) {
            allowedAttributes = new LinkedHashSet<>(names);
            return this;
        }

        /** These names may not be read: by a dot, as a key, or as the attribute of a filter. K-SEC-001. */
        public Builder blockAttributes(Collection<String> names) {
            blockedAttributes.addAll(names);
            return this;
        }

        /** Classes and interfaces whose public members may be used; subclasses included. */
        public Builder allowTypes(Class<?>... types) {
            allowedTypes.addAll(Set.of(types));
            return this;
        }

        /** Packages whose classes may be used; packages below are not included. */
        public Builder allowPackages(String... packages) {
            allowedPackages.addAll(Set.of(packages));
            return this;
        }

        /** Classes whose members may not be read (K-SEC-002) and whose values may not be called (K-SEC-004). */
        public Builder blockTypes(Class<?>... types) {
            blockedTypes.addAll(Set.of(types));
            return this;
        }

        /** Whether methods may be called that change a collection; off by default. K-SEC-001. */
        public Builder allowMutatingMethods(boolean on) {
            mutatingMethods = on;
            return this;
        }

        /** Only these may be called; nothing at all for an empty collection. Filters always can. K-SEC-004. */
        public Builder allowCalls(Collection<Callee> kinds) {
            calls = new LinkedHashSet<>(kinds);
            return this;
        }

        /** Whether names of templates may be computed; off by default. K-SEC-004. */
        public Builder dynamicTemplates(boolean on) {
            dynamicTemplates = on;
            return this;
        }

        /** The policy. */
        public SandboxPolicy build() {
            return new SandboxPolicy(this);
        }
    }
}
