package dev.kida.syntax;

import java.util.List;

/** What an assignment, a loop or a conditional {@code with} binds: a name, or a pattern of names to unpack into. */
public sealed interface Target {

    Position position();

    /** A single name. */
    record NameTarget(Position position, String name) implements Target {}

    /** A sequence of targets which takes the value apart. */
    record TupleTarget(Position position, List<Target> elements) implements Target {}
}
