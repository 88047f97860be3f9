package dev.kida.analyze;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that are certainly bound at a place of a template, and need not come from the model: lexical ones, those of
 * block scopes, and those written to the context (spec 03 §2).
 */
final class BoundNames {

    /** Loop targets, parameters and the like; never changes. */
    private final Set<String> locals;

    /** One set for every block scope around the place, innermost last; shared with places in the same scopes. */
    private final List<Set<String>> scopes;

    /** What has been written to the context so far; shared with places that write the same context. */
    private final Set<String> context;

    private BoundNames(Set<String> locals, List<Set<String>> scopes, Set<String> context) {
        this.locals = locals;
        this.scopes = scopes;
        this.context = context;
    }

    static BoundNames none() {
        return new BoundNames(Set.of(), List.of(), new HashSet<>());
    }

    boolean contains(String name) {
        return locals.contains(name)
                || context.contains(name)
                || scopes.stream().anyMatch(scope -> scope.contains(name));
    }

    /** All of them. */
    Set<String> names() {
        Set<String> names = new HashSet<>(locals);
        names.addAll(context);
        scopes.forEach(names::addAll);
        return names;
    }

    /** Binds as {@code set} does. */
    void set(Set<String> names) {
        (scopes.isEmpty() ? context : scopes.get(scopes.size() - 1)).addAll(names);
    }

    /** Binds in the context, as everything but {@code set} does. */
    void let(Set<String> names) {
        context.addAll(names);
    }

    /** The same place with more lexical names. */
    BoundNames with(Set<String> names) {
        Set<String> all = new HashSet<>(locals);
        all.addAll(names);
        return new BoundNames(all, scopes, context);
    }

    /** A place in a scope of its own. */
    BoundNames inScope() {
        List<Set<String>> inner = new ArrayList<>(scopes);
        inner.add(new HashSet<>());
        return new BoundNames(locals, inner, context);
    }

    /** A frame that shares the context and sees nothing else: the body of a block. */
    BoundNames frame() {
        return new BoundNames(Set.of(), List.of(), context);
    }

    /** The same place, where what is bound from now on stays unknown here. */
    BoundNames copy() {
        List<Set<String>> copies = new ArrayList<>();
        scopes.forEach(scope -> copies.add(new HashSet<>(scope)));
        return new BoundNames(locals, copies, new HashSet<>(context));
    }

    /** Takes over what every one of several copies has bound. */
    void keepCommon(List<BoundNames> copies) {
        for (int i = 0; i < scopes.size(); i++) {
            int depth = i;
            addCommon(
                    scopes.get(i), copies.stream().map(c -> c.scopes.get(depth)).toList());
        }
        addCommon(context, copies.stream().map(c -> c.context).toList());
    }

    private static void addCommon(Set<String> into, List<Set<String>> sets) {
        Set<String> common = new HashSet<>(sets.get(0));
        sets.forEach(common::retainAll);
        into.addAll(common);
    }
}
