package dev.kida.render;

/** Whether a streamed page may send the sections of {@code defer} when they are ready instead of where they stand. */
public enum OutOfOrder {

    /** Wherever it is possible: in a streamed HTML page that is not an answer to HTMX. */
    AUTO,

    /** Never: every section is rendered in its place, with the same content. */
    NEVER
}
