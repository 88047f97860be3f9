package dev.kida.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pieces error messages are laid out with. */
final class Layout {

    private Layout() {}

    static String place(String template, int line, int column) {
        if (line <= 0) {
            return template;
        }
        return column < 0 ? template + ":" + line : template + ":" + line + ":" + column;
    }

    static void block(StringBuilder out, @Nullable String text) {
        if (text != null) {
            out.append('\n').append(text);
        }
    }

    static void stack(StringBuilder out, String title, List<StackEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        out.append("\n\n").append(title);
        for (StackEntry entry : entries) {
            out.append("\n  • ").append(entry);
        }
    }
}
