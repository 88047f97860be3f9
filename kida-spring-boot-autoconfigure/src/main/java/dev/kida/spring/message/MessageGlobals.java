package dev.kida.spring.message;

import dev.kida.KidaEngineBuilder;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.Undefined;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * {@code message(code, *args, default=…)}: a message of the application in the language of the page. What it gives is text:
 * it is escaped where it is printed, and never read as a template.
 */
public final class MessageGlobals {

    private MessageGlobals() {}

    /** Adds {@code message()} and the translations of {@code _}, {@code _n} and {@code trans} to an engine. */
    public static void addTo(KidaEngineBuilder builder, MessageSource messages) {
        builder.translations(new MessageTranslations(messages));
        builder.global(
                "message",
                TemplateFunction.of(
                        "message",
                        Signature.parse("code, *args, default=undefined"),
                        (args, context) -> message(messages, args, context)));
    }

    private static String message(MessageSource messages, @Nullable Object[] args, CallContext context) {
        boolean optional = args[2] != Undefined.INSTANCE;
        try {
            if (args[0] instanceof MessageSourceResolvable resolvable) {
                return messages.getMessage(resolvable, context.locale());
            }
            Object[] values = args[1] instanceof List<?> list ? list.toArray() : new Object[0];
            if (optional) {
                String known = KnownMessages.find(messages, Text.of(args[0]), values, context.locale());
                return known == null ? defaultOf(args[2]) : known;
            }
            return messages.getMessage(Text.of(args[0]), values, context.locale());
        } catch (NoSuchMessageException unknown) {
            if (optional) {
                return defaultOf(args[2]);
            }
            throw new TemplateRuntimeException(
                    ErrorCode.K_RUN_009,
                    unknown.getMessage() == null ? "No message '" + args[0] + "'" : unknown.getMessage(),
                    null,
                    "Add it to messages.properties, or give a default: message('…', default='…')");
        }
    }

    private static String defaultOf(@Nullable Object given) {
        return given == null ? "" : Text.of(given);
    }
}
