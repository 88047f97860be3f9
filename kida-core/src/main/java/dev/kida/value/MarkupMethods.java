package dev.kida.value;

import dev.kida.value.TextOps.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The methods of markup: those of text with markup as their result, and text that is put in is escaped.
 *
 * <p>Parts that are only cut out of the markup stay what they are.
 */
final class MarkupMethods {

    static final Map<String, PortableMethod> TABLE = new LinkedHashMap<>();

    static {
        TextMethods.TABLE.forEach((name, method) -> TABLE.put(
                name,
                new PortableMethod(
                        name,
                        method.signature(),
                        (self, a, context) -> safe(method.body().call(self, a, context)))));
        define("join", "values", (html, a) -> TextOps.join(html, a[0], Text::html));
        define("replace", "old, new, count=-1", (html, a) -> {
            TextOps.text("The replacement", a[1]);
            String old = TextOps.text("The text to replace", a[0]);
            return TextOps.replace(html, old, Text.html(a[1]), TextMethods.count(a[2]));
        });
        define("center", "width, fillchar=' '", (html, a) -> TextOps.pad(html, a[0], fill(a[1]), Place.CENTER));
        define("ljust", "width, fillchar=' '", (html, a) -> TextOps.pad(html, a[0], fill(a[1]), Place.LEFT));
        define("rjust", "width, fillchar=' '", (html, a) -> TextOps.pad(html, a[0], fill(a[1]), Place.RIGHT));
        PortableMethod.define(
                TABLE,
                "format",
                "*args, **kwargs",
                (self, a, context) -> safe(ValueFormat.formatHtml(
                        self.toString(), TextMethods.tuple(a[0]), TextMethods.named(a[1]), context.maxTextLength())));
        define("striptags", "", (html, a) -> HtmlText.stripTags(html));
        PortableMethod.define(TABLE, "unescape", "", (self, a) -> HtmlText.unescape(self.toString()));
    }

    private MarkupMethods() {}

    private static void define(String name, String parameters, TextMethods.Body body) {
        PortableMethod.define(TABLE, name, parameters, (self, a) -> safe(body.call(self.toString(), a)));
    }

    private static String fill(@Nullable Object fill) {
        return Text.escape(TextOps.fill(fill));
    }

    /** The result of a text method on markup: every text in it is safe, as it was before. */
    private static @Nullable Object safe(@Nullable Object result) {
        if (result instanceof String text) {
            return Markup.of(text);
        }
        if (!(result instanceof List<?> list)) {
            return result;
        }
        List<@Nullable Object> parts = new ArrayList<>(list.size());
        list.forEach(part -> parts.add(safe(part)));
        return list instanceof Tuple ? Tuple.copyOf(parts) : parts;
    }
}
