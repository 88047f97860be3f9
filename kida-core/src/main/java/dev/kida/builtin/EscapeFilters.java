package dev.kida.builtin;

import dev.kida.value.Markup;
import dev.kida.value.SafeHtml;
import dev.kida.value.Text;
import dev.kida.value.Truth;
import org.jspecify.annotations.Nullable;

/** Filters that make values safe for a place in a page; most of them return safe text. */
final class EscapeFilters {

    private EscapeFilters() {}

    static void register(Library filters) {
        filters.add("escape", "value", (args, context) -> escape(args[0]))
                .alias("e", "escape")
                .add("safe", "value, reason=null", (args, context) -> safe(args[0]))
                .add("js", "value", (args, context) -> Markup.of(ScriptText.escape(Text.of(args[0]))))
                .add("css", "value", (args, context) -> Markup.of(StyleText.escape(Text.of(args[0]))))
                .add(
                        "safe_url",
                        "value, fallback='#'",
                        (args, context) -> UrlText.safe(Text.of(args[0]).replace("\0", ""), Text.of(args[1])))
                .add(
                        "xmlattr",
                        "value, *, allow_events=false",
                        (args, context) -> XmlAttr.render(args[0], Truth.of(args[1]), context))
                .add(
                        "csp_nonce",
                        "value, nonce=null",
                        (args, context) -> Markup.of(CspNonce.filter(args[0], args[1], context)));
    }

    static SafeHtml escape(@Nullable Object value) {
        return value instanceof SafeHtml safe ? safe : Markup.of(Text.html(value));
    }

    private static Markup safe(@Nullable Object value) {
        if (value instanceof Markup markup) {
            return markup;
        }
        return Markup.of(value instanceof SafeHtml safe ? safe.toHtml() : Text.of(value));
    }
}
