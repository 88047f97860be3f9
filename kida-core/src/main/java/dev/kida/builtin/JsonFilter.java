package dev.kida.builtin;

import dev.kida.value.Markup;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.Truth;
import org.jspecify.annotations.Nullable;

/**
 * {@code tojson}: JSON for scripts and attributes.
 *
 * <p>The default form holds no character that HTML reacts to but the double quote; {@code attr=true} escapes the whole text
 * for a quoted attribute.
 */
final class JsonFilter {

    /** What is here. */
    static final String NAMES = "tojson";

    private static final Signature SIGNATURE = Signature.parse("value, indent=null, *, attr=false");

    private JsonFilter() {}

    static TemplateFunction of(JsonEncoder encoder) {
        return TemplateFunction.of("tojson", SIGNATURE, (args, context) -> {
            boolean attribute = Truth.of(args[2]);
            JsonWriter writer = new JsonWriter(encoder, indentation(args[1]), !attribute, context);
            String json = writer.write(args[0]);
            return Markup.of(attribute ? Text.escape(json) : json);
        });
    }

    private static @Nullable String indentation(@Nullable Object indent) {
        if (indent == null) {
            return null;
        }
        String text = Text.textOrNull(indent);
        return text != null ? text : " ".repeat(Math.max(0, Args.integer(indent, "indent")));
    }
}
