package dev.kida.compile;

/** A variable of a generated method. It keeps its slot and its type; a slot is used again only for the same type. */
record Local(int slot, String type) {}
