package dev.kida.render;

/** Emits the two shapes of a template when they are first needed. Thread-safe. */
public interface CodeFactory {

    StraightCode straight();

    ResumableCode resumable();
}
