package dev.kida.compile;

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
}
