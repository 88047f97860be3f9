package dev.kida;

import dev.kida.value.BoundMethod;
import dev.kida.value.Members;
import dev.kida.value.TypeNames;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an object as the names of a model. A property is read when a template asks for it; what a template
 * could not reach as a member of the object it cannot reach as a name either.
 */
final class BeanModel extends AbstractMap<String, @Nullable Object> {

    private final Object bean;

    private BeanModel(Object bean) {
        this.bean = bean;
    }

    /**
     * The model of an object: a map as it is, the properties of anything else.
     *
     * @throws IllegalArgumentException for a value that has no properties: a number, a text, a collection
     */
    static Map<String, ?> of(Object bean) {
        if (bean instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> names = new LinkedHashMap<>();
            map.forEach((name, value) -> names.put(String.valueOf(name), value));
            return names;
        }
        if (bean instanceof CharSequence || bean instanceof Number || bean instanceof Iterable<?>) {
            throw new IllegalArgumentException("A model has names, but this is a " + TypeNames.of(bean));
        }
        return new BeanModel(bean);
    }

    /**
     * The model of names and values that follow each other.
     *
     * @throws IllegalArgumentException when a value lacks, or a name is not a text
     */
    static Map<String, ?> of(String name, @Nullable Object value, @Nullable Object... more) {
        Map<String, @Nullable Object> model = new LinkedHashMap<>();
        model.put(name, value);
        if (more.length % 2 != 0) {
            throw new IllegalArgumentException("The last name has no value");
        }
        for (int i = 0; i < more.length; i += 2) {
            if (!(more[i] instanceof String next)) {
                throw new IllegalArgumentException("A name must be a text, not " + TypeNames.of(more[i]));
            }
            model.put(next, more[i + 1]);
        }
        return model;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        Object value = find(key);
        return value == Members.MISSING ? null : value;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) != Members.MISSING;
    }

    private @Nullable Object find(@Nullable Object key) {
        if (!(key instanceof String name)) {
            return Members.MISSING;
        }
        Object value = Members.find(bean, name, Members.MISSING);
        return value instanceof BoundMethod ? Members.MISSING : value;
    }

    /** Who looks at all properties may need none of those that fail; such a one fails where it is used, if it is. */
    private @Nullable Object findOrFailure(String name) {
        try {
            return find(name);
        } catch (RuntimeException problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        Collection<String> members = Members.names(bean);
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        for (String name : members) {
            Object value = findOrFailure(name);
            if (value != Members.MISSING) {
                properties.put(name, value);
            }
        }
        return properties.entrySet();
    }
}
