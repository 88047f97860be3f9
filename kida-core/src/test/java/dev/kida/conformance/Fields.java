package dev.kida.conformance;

import dev.kida.value.MemberProvider;
import dev.kida.value.Members;
import java.util.Collection;
import java.util.Map;

/** An object with attributes, like a record: its fields are reached by a dot and in no other way. */
record Fields(Map<String, Object> values) implements MemberProvider {

    @Override
    public Object member(String name) {
        return values.containsKey(name) ? values.get(name) : Members.MISSING;
    }

    @Override
    public Collection<String> memberNames() {
        return values.keySet();
    }
}
