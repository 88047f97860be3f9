package dev.kida.render;

import dev.kida.output.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code push} gathers in a render, and the places where {@code stack} shows it. Not thread-safe. */
final class Stacks {

    private final StackSlots slots;
    private @Nullable Map<String, List<String>> texts;

    /** @param page in this output stacks are filled when everything has been pushed; null for none */
    Stacks(@Nullable Output page) {
        slots = new StackSlots(page);
    }

    /** The same texts for a part of the render that goes its own way; what it pushes is not seen by others. */
    Stacks copy() {
        Stacks copy = new Stacks(null);
        if (texts != null) {
            Map<String, List<String>> own = new HashMap<>();
            texts.forEach((name, pushed) -> own.put(name, new ArrayList<>(pushed)));
            copy.texts = own;
        }
        return copy;
    }

    /** The places of stacks that are filled in the end. */
    StackSlots slots() {
        return slots;
    }

    /** Copies the page with all stacks in their places. */
    void fill(StackSlots.Sink sink) {
        slots.fill(this, sink);
    }

    void push(String stack, String text) {
        Map<String, List<String>> known = texts;
        if (known == null) {
            known = new HashMap<>();
            texts = known;
        }
        known.computeIfAbsent(stack, key -> new ArrayList<>()).add(text);
        slots.pushed(stack, text.length());
    }

    List<String> pushed(String stack) {
        return texts == null ? List.of() : texts.getOrDefault(stack, List.of());
    }

    void print(String stack, Output out) {
        if (!slots.reserve(stack, out, pushed(stack))) {
            pushed(stack).forEach(out::raw);
        }
    }
}
