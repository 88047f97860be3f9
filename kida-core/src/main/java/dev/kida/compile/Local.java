package dev.kida.compile;

import org.jspecify.annotations.Nullable;

/**
 * A variable of a generated method. It keeps its slot and its type; a slot is used again only for the same type. A variable
 * with a negative slot is an argument that stays in the activation.
 */
record Local(int slot, String type) {

    /** An argument that stays in the activation. */
    static Local argument(int index) {
        return new Local(-1 - index, Types.OBJECT);
    }

    boolean isArgument() {
        return slot < 0;
    }

    int index() {
        return -1 - slot;
    }

    // Written out, as is equals: what the JVM makes for records takes longer to link than the variables of most pages.
    @Override
    public int hashCode() {
        return slot;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Local local && slot == local.slot && type.equals(local.type);
    }
}
