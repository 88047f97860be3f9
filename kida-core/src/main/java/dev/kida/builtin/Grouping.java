package dev.kida.builtin;

import dev.kida.value.CallContext;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code groupby}: the items with the same attribute together, in the order of the attribute. */
final class Grouping {

    private Grouping() {}

    static List<Group> group(@Nullable Object value, AttributePath path, CallContext context) {
        List<@Nullable Object> sorted =
                SortKeys.sort(Items.copy(value, "groupby"), item -> path.read(item, null), true, false, context);
        Map<@Nullable Object, Group> groups = new LinkedHashMap<>();
        for (Object item : sorted) {
            Object grouper = path.read(item, null);
            groups.computeIfAbsent(Uniqueness.key(grouper, false), key -> new Group(grouper, new ArrayList<>()))
                    .getValue()
                    .add(item);
        }
        return new ArrayList<>(groups.values());
    }

    /** A map with the keys {@code grouper} and {@code list} that can also be unpacked as the pair of them. */
    static final class Group extends AbstractMap<String, @Nullable Object>
            implements Map.Entry<@Nullable Object, List<@Nullable Object>> {

        private final @Nullable Object grouper;
        private final List<@Nullable Object> list;

        Group(@Nullable Object grouper, List<@Nullable Object> list) {
            this.grouper = grouper;
            this.list = list;
        }

        @Override
        public @Nullable Object getKey() {
            return grouper;
        }

        @Override
        public List<@Nullable Object> getValue() {
            return list;
        }

        @Override
        public List<@Nullable Object> setValue(List<@Nullable Object> value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return "grouper".equals(key) || "list".equals(key);
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            return "grouper".equals(key) ? grouper : ("list".equals(key) ? list : null);
        }

        @Override
        public Set<Map.Entry<String, @Nullable Object>> entrySet() {
            Map<String, @Nullable Object> content = new LinkedHashMap<>();
            content.put("grouper", grouper);
            content.put("list", list);
            return content.entrySet();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}
