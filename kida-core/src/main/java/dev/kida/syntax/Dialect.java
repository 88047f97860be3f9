package dev.kida.syntax;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The language as one engine reads it.
 *
 * @param lexer delimiters and white-space control
 * @param tags tags of the application, by their names
 * @param limits how much of a template is read
 */
public record Dialect(LexerSettings lexer, Map<String, TagSyntax> tags, SyntaxLimits limits) {

    /** The language as it is. */
    public static final Dialect DEFAULT = new Dialect(LexerSettings.DEFAULT, Map.of(), SyntaxLimits.DEFAULT);

    public Dialect {
        tags = Map.copyOf(tags);
    }

    /** The language with some tags more. */
    public static Dialect of(LexerSettings lexer, Collection<TagSyntax> tags, SyntaxLimits limits) {
        Map<String, TagSyntax> byName = new LinkedHashMap<>();
        for (TagSyntax tag : tags) {
            byName.put(tag.name(), tag);
        }
        return new Dialect(lexer, byName, limits);
    }

    /** All words that close a tag of the application. */
    Set<String> closers() {
        Set<String> closers = new LinkedHashSet<>();
        for (TagSyntax tag : tags.values()) {
            if (tag.body()) {
                closers.add("end" + tag.name());
                closers.addAll(tag.endTags());
            }
        }
        return closers;
    }
}
