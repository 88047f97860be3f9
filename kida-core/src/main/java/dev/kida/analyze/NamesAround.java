package dev.kida.analyze;

import dev.kida.syntax.Position;
import dev.kida.syntax.TemplateNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Lists what a template binds around a place where it reads an unknown name: what the author may have meant. */
public final class NamesAround {

    private NamesAround() {}

    /**
     * The names that are bound at a place by the template itself.
     *
     * @param here whether a position is that place
     * @return nothing when no unknown name is read there
     */
    public static Set<String> of(TemplateNode template, Predicate<Position> here) {
        Set<String> names = new HashSet<>();
        ContextReads.listenAtPlaces(template, (path, root, bound) -> {
            if (here.test(root.position())) {
                names.addAll(bound.names());
            }
        });
        return names;
    }
}
