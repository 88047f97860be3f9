package dev.kida.value;

import static dev.kida.value.PortableMethod.define;

import dev.kida.error.TemplateRuntimeException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The methods of sets. */
final class SetMethods {

    static final Map<String, PortableMethod> TABLE = new LinkedHashMap<>();

    static {
        define(TABLE, "union", "*others", (self, a) -> union(set(self), (List<?>) a[0]));
        define(TABLE, "intersection", "*others", (self, a) -> filter(set(self), (List<?>) a[0], true));
        define(TABLE, "difference", "*others", (self, a) -> filter(set(self), (List<?>) a[0], false));
        define(TABLE, "symmetric_difference", "other", (self, a) -> {
            Set<@Nullable Object> result = filter(set(self), List.of(elements(a[0])), false);
            result.addAll(filter(elements(a[0]), List.of(self), false));
            return result;
        });
        define(TABLE, "issubset", "other", (self, a) -> containsAll(elements(a[0]), set(self)));
        define(TABLE, "issuperset", "other", (self, a) -> containsAll(set(self), elements(a[0])));
        define(TABLE, "isdisjoint", "other", (self, a) -> filter(set(self), List.of(elements(a[0])), true)
                .isEmpty());
        define(TABLE, "copy", "", (self, a) -> new LinkedHashSet<>(set(self)));
        define(TABLE, "add", "value", (self, a) -> {
            changing(() -> Comparisons.contains(a[0], self) || set(self).add(Dicts.key(a[0])));
            return null;
        });
        define(TABLE, "discard", "value", (self, a) -> {
            remove(set(self), a[0]);
            return null;
        });
        define(TABLE, "remove", "value", (self, a) -> {
            if (!remove(set(self), a[0])) {
                throw TemplateRuntimeException.key(Text.repr(a[0]) + " is not in the set");
            }
            return null;
        });
        define(TABLE, "clear", "", (self, a) -> {
            changing(() -> set(self).removeIf(element -> true));
            return null;
        });
    }

    private SetMethods() {}

    @SuppressWarnings("unchecked")
    private static Set<@Nullable Object> set(Object self) {
        return (Set<@Nullable Object>) self;
    }

    private static Set<@Nullable Object> elements(@Nullable Object other) {
        if (other instanceof Set<?>) {
            return set(other);
        }
        Set<@Nullable Object> elements = new LinkedHashSet<>();
        Iteration.strict(other).forEachRemaining(elements::add);
        return elements;
    }

    private static Set<@Nullable Object> union(Set<@Nullable Object> self, List<?> others) {
        Set<@Nullable Object> union = new LinkedHashSet<>(self);
        for (Object other : others) {
            for (Object element : elements(other)) {
                if (!Comparisons.contains(element, union)) {
                    union.add(element);
                }
            }
        }
        return union;
    }

    /** The elements which are in all the others, or in none of them. */
    private static Set<@Nullable Object> filter(Set<@Nullable Object> self, List<?> others, boolean contained) {
        Set<@Nullable Object> result = new LinkedHashSet<>(self);
        for (Object other : others) {
            Set<@Nullable Object> elements = elements(other);
            result.removeIf(element -> Comparisons.contains(element, elements) != contained);
        }
        return result;
    }

    private static boolean containsAll(Set<@Nullable Object> all, Set<@Nullable Object> some) {
        return some.stream().allMatch(element -> Comparisons.contains(element, all));
    }

    private static boolean remove(Set<@Nullable Object> set, @Nullable Object value) {
        return changing(() -> {
            Iterator<@Nullable Object> elements = set.iterator();
            while (elements.hasNext()) {
                if (Comparisons.equal(elements.next(), value)) {
                    elements.remove();
                    return true;
                }
            }
            return false;
        });
    }

    /** Sets of the host may refuse to change. */
    private static boolean changing(Supplier<Boolean> change) {
        try {
            return change.get();
        } catch (UnsupportedOperationException e) {
            throw TemplateRuntimeException.value("The set cannot be changed");
        } catch (ClassCastException | NullPointerException e) {
            throw TemplateRuntimeException.type("The set does not accept this value");
        }
    }
}
