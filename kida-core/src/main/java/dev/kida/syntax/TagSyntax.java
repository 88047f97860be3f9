package dev.kida.syntax;

import dev.kida.value.Signature;
import java.util.List;
import java.util.Set;

/**
 * How a tag of an application is written.
 *
 * @param name the word it starts with
 * @param parameters what may follow, separated by commas
 * @param body whether it has a body
 * @param endTags words that close it besides {@code end} and {@code end} with its name
 * @param variables the names its body may read besides those around it
 * @param async whether it may print values that come later, so that templates which use it need a render that can wait
 */
public record TagSyntax(
        String name, Signature parameters, boolean body, Set<String> endTags, List<String> variables, boolean async) {

    public TagSyntax {
        endTags = Set.copyOf(endTags);
        variables = List.copyOf(variables);
        if (!isName(name) || Keywords.isReserved(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot be the name of a tag: it "
                    + (isName(name) ? "belongs to the language" : "is no identifier"));
        }
        for (String end : endTags) {
            if (!isName(end) || Keywords.isReserved(end)) {
                throw new IllegalArgumentException("'" + end + "' cannot close the tag '" + name + "'");
            }
        }
    }

    private static boolean isName(String word) {
        return word.matches("[A-Za-z_][A-Za-z0-9_]*");
    }
}
