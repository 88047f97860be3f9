package dev.kida.builtin;

import dev.kida.value.Characters;
import dev.kida.value.CodePoints;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.TextOps;
import dev.kida.value.Truth;
import org.jspecify.annotations.Nullable;

/** Filters that turn text into other text. Their result is never marked safe, also not for a safe input. */
final class TextFilters {

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "capitalize lower upper title string trim strip center truncate "
            + "indent wordwrap replace wordcount slug striptags urlencode format pluralize";

    private TextFilters() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "capitalize" ->
                Library.function(name, "value", (args, context) -> Characters.capitalize(Text.of(args[0])));
            case "lower" -> Library.function(name, "value", (args, context) -> Texts.lower(Text.of(args[0])));
            case "upper" -> Library.function(name, "value", (args, context) -> Texts.upper(Text.of(args[0])));
            case "title" -> Library.function(name, "value", (args, context) -> Characters.title(Text.of(args[0])));
            case "string" -> Library.function(name, "value", (args, context) -> Text.of(args[0]));
            default -> layout(name);
        };
    }

    private static TemplateFunction layout(String name) {
        return switch (name) {
            case "trim", "strip" ->
                Library.function("trim", "value, chars=null", (args, context) -> trim(args[0], args[1]));
            case "center" -> Library.function(name, "value, width=80", (args, context) -> center(args[0], args[1]));
            case "truncate" ->
                Library.function(
                        name,
                        "value, length=255, killwords=false, end='...', leeway=null",
                        (args, context) -> Truncation.truncate(
                                Text.of(args[0]),
                                Args.integer(args[1], "length"),
                                Truth.of(args[2]),
                                Text.of(args[3])));
            case "indent" ->
                Library.function(
                        name,
                        "value, width=4, first=false",
                        (args, context) ->
                                Lines.indent(Text.of(args[0]), Args.integer(args[1], "width"), Truth.of(args[2])));
            case "wordwrap" ->
                Library.function(
                        name,
                        "value, width=79, break_long_words=true",
                        (args, context) ->
                                WordWrap.wrap(Text.of(args[0]), Args.integer(args[1], "width"), Truth.of(args[2])));
            default -> content(name);
        };
    }

    private static TemplateFunction content(String name) {
        return switch (name) {
            case "replace" ->
                Library.function(
                        name,
                        "value, old, new, count=-1",
                        (args, context) -> Replacing.replace(
                                Text.of(args[0]), Text.of(args[1]), Text.of(args[2]), Replacing.count(args[3])));
            case "wordcount" -> Library.function(name, "value", (args, context) -> wordCount(Text.of(args[0])));
            case "slug" -> Library.function(name, "value", (args, context) -> slug(Text.of(args[0])));
            case "striptags" -> Library.function(name, "value", (args, context) -> stripTags(Text.of(args[0])));
            case "urlencode" -> Library.function(name, "value", (args, context) -> UrlText.encode(args[0]));
            case "format" ->
                Library.function(
                        name,
                        "value, *args, **kwargs",
                        (args, context) -> Formatting.format(args[0], args[1], args[2], context));
            case "pluralize" ->
                Library.function(
                        name, "value, suffix='s'", (args, context) -> Plurals.suffix(args[0], Text.of(args[1])));
            default -> throw Library.unknown(name);
        };
    }

    private static String trim(@Nullable Object value, @Nullable Object characters) {
        String text = Text.of(value);
        return characters == null ? TextOps.strip(text, null) : TextOps.strip(text, Text.of(characters));
    }

    private static String center(@Nullable Object value, @Nullable Object widthArgument) {
        String text = Text.of(value);
        int width = Args.integer(widthArgument, "width");
        int padding = width - CodePoints.length(text);
        if (padding <= 0) {
            return text;
        }
        // The odd space goes to the left only when the width is odd, too.
        int left = padding / 2 + (padding & width & 1);
        return " ".repeat(left) + text + " ".repeat(padding - left);
    }

    private static long wordCount(String text) {
        long words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = CodePoints.isSpace(text.charAt(i));
            if (!space && !inWord) {
                words++;
            }
            inWord = !space;
        }
        return words;
    }

    private static String slug(String text) {
        StringBuilder result = new StringBuilder(text.length());
        String lower = Texts.lower(text);
        boolean gap = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (kept) {
                if (gap && result.length() > 0) {
                    result.append('-');
                }
                result.append(c);
            }
            gap = !kept;
        }
        return result.toString();
    }

    /** Removes every span from a {@code <} to the next {@code >}; not a sanitizer. */
    private static String stripTags(String text) {
        int open = text.indexOf('<');
        if (open < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int position = 0;
        while (open >= 0) {
            int close = text.indexOf('>', open);
            if (close < 0) {
                break;
            }
            result.append(text, position, open);
            position = close + 1;
            open = text.indexOf('<', position);
        }
        return result.append(text, position, text.length()).toString();
    }
}
