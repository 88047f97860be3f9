package dev.kida;

import java.util.Map;
import java.util.Set;

/**
 * What a template, its parents, and everything it includes, embeds or imports can read by name. Conservative: a name that is
 * not here is not used. A host uses it to prepare what a page will need before it starts, and nothing else.
 *
 * @param names names of the model, of globals and of variables
 * @param literals for a function that is called by its name: the literal texts given as its first argument
 * @param dynamic whether a template is named by an expression, so that anything may be read
 */
public record TemplateReads(Set<String> names, Map<String, Set<String>> literals, boolean dynamic) {

    /** Whether the name may be read. */
    public boolean mayRead(String name) {
        return dynamic || names.contains(name);
    }

    /** The literal texts that a function is called with; there may be other calls. */
    public Set<String> literalsOf(String function) {
        return literals.getOrDefault(function, Set.of());
    }
}
