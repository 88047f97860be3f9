package dev.kida.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a diagnostic as HTML or Markdown. */
final class DiagnosticMarkup {

    private static final String STYLE = """
        body{margin:2rem;font:1rem/1.5 system-ui,sans-serif;color:#222;background:#fff}\
        pre{padding:1rem;overflow:auto;background:#f4f4f4;border-left:.3rem solid #b00}\
        h1{font-size:1.3rem}\
        """;

    private DiagnosticMarkup() {}

    static String page(Diagnostic diagnostic) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                + escape(diagnostic.code() + " " + diagnostic.title()) + "</title><style>" + STYLE
                + "</style></head><body>\n" + fragment(diagnostic) + "</body></html>\n";
    }

    static String fragment(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder("<section class=\"kida-error\">\n<h1>")
                .append(escape(diagnostic.code() + ": " + diagnostic.message()))
                .append("</h1>\n");
        element(out, "p", place(diagnostic));
        element(out, "pre", diagnostic.snippet());
        list(out, "Component stack", diagnostic.componentStack());
        list(out, "Template stack", diagnostic.templateStack());
        element(out, "pre", evaluation(diagnostic));
        element(out, "p", diagnostic.suggestion());
        diagnostic.hints().forEach(hint -> element(out, "p", hint));
        return out.append("</section>\n").toString();
    }

    static String markdown(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder("### ")
                .append(diagnostic.code())
                .append(": ")
                .append(plain(diagnostic.message()))
                .append('\n');
        paragraph(out, place(diagnostic));
        if (diagnostic.snippet() != null) {
            String fence = fence(diagnostic.snippet());
            out.append('\n').append(fence).append("text\n");
            out.append(diagnostic.snippet()).append('\n').append(fence).append('\n');
        }
        stack(out, "Component stack", diagnostic.componentStack());
        stack(out, "Template stack", diagnostic.templateStack());
        String evaluation = evaluation(diagnostic);
        if (evaluation != null) {
            String fence = fence(evaluation);
            out.append('\n').append(fence).append("text\n");
            out.append(evaluation).append('\n').append(fence).append('\n');
        }
        paragraph(out, diagnostic.suggestion());
        diagnostic.hints().forEach(hint -> paragraph(out, hint));
        return out.toString();
    }

    private static @Nullable String evaluation(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        Layout.evaluation(out, diagnostic.expression(), diagnostic.values());
        return out.length() == 0 ? null : out.toString().strip();
    }

    private static @Nullable String place(Diagnostic diagnostic) {
        return diagnostic.template() == null
                ? null
                : Layout.place(diagnostic.template(), diagnostic.line(), diagnostic.column());
    }

    private static void element(StringBuilder out, String name, @Nullable String text) {
        if (text != null) {
            out.append('<')
                    .append(name)
                    .append('>')
                    .append(escape(text))
                    .append("</")
                    .append(name)
                    .append(">\n");
        }
    }

    private static void list(StringBuilder out, String title, List<StackEntry> entries) {
        if (!entries.isEmpty()) {
            element(out, "h2", title);
            out.append("<ol>\n");
            entries.forEach(entry -> element(out, "li", entry.toString()));
            out.append("</ol>\n");
        }
    }

    private static void paragraph(StringBuilder out, @Nullable String text) {
        if (text != null) {
            out.append('\n').append(plain(text)).append('\n');
        }
    }

    /** Longer than any run of backquotes in the text. */
    private static String fence(String text) {
        StringBuilder fence = new StringBuilder("```");
        while (text.contains(fence)) {
            fence.append('`');
        }
        return fence.toString();
    }

    /** Text that Markdown does not take for HTML. */
    private static String plain(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static void stack(StringBuilder out, String title, List<StackEntry> entries) {
        if (!entries.isEmpty()) {
            paragraph(out, title + ":");
            entries.forEach(
                    entry -> out.append("* ").append(plain(entry.toString())).append('\n'));
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
