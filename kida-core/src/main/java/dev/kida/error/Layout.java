package dev.kida.error;

import java.util.List;
import java.util.Map;
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

    static void evaluation(StringBuilder out, @Nullable String expression, Map<String, String> values) {
        if (expression != null) {
            out.append("\n\n  Expression: ").append(expression);
        }
        if (!values.isEmpty()) {
            out.append("\n  Values:");
            values.forEach((name, value) ->
                    out.append("\n    ").append(name).append(" = ").append(value));
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
