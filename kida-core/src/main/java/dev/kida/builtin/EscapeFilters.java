package dev.kida.builtin;

import dev.kida.value.Markup;
import dev.kida.value.SafeHtml;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.Truth;
import org.jspecify.annotations.Nullable;

/** Filters that make values safe for a place in a page; most of them return safe text. */
final class EscapeFilters {

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "escape e safe js css safe_url xmlattr csp_nonce";

    private EscapeFilters() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "escape", "e" -> Library.function("escape", "value", (args, context) -> escape(args[0]));
            case "safe" -> Library.function(name, "value, reason=null", (args, context) -> safe(args[0]));
            case "js" ->
                Library.function(name, "value", (args, context) -> Markup.of(ScriptText.escape(Text.of(args[0]))));
            case "css" ->
                Library.function(name, "value", (args, context) -> Markup.of(StyleText.escape(Text.of(args[0]))));
            case "safe_url" ->
                Library.function(
                        name,
                        "value, fallback='#'",
                        (args, context) -> UrlText.safe(Text.of(args[0]).replace("\0", ""), Text.of(args[1])));
            case "xmlattr" ->
                Library.function(
                        name,
                        "value, *, allow_events=false",
                        (args, context) -> XmlAttr.render(args[0], Truth.of(args[1]), context));
            case "csp_nonce" ->
                Library.function(
                        name,
                        "value, nonce=null",
                        (args, context) -> Markup.of(CspNonce.filter(args[0], args[1], context)));
            default -> throw Library.unknown(name);
        };
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
