package dev.kida.load;

import org.jspecify.annotations.Nullable;

/**
 * The text of a template as its loader found it.
 *
 * @param name the name under which it was asked for
 * @param text the source, with lines that end in {@code \n}
 * @param location where it came from, for people to read: a path or a URL
 * @param version what the loader compares to see whether the source has changed, or null
 */
public record TemplateSource(
        String name,
        String text,
        @Nullable String location,
        @Nullable Object version) {

    /** A source without a place or a version. */
    public TemplateSource(String name, String text) {
        this(name, text, null, null);
    }
}
