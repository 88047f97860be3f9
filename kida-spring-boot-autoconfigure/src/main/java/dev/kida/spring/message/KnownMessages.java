package dev.kida.spring.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Messages that somebody has written: a source that takes codes for messages has one for every code otherwise. */
public final class KnownMessages {

    /** A default that no message is. Without one, the source may make one of the code. */
    private static final String NONE = "\u0000";

    private KnownMessages() {}

    /** The message, or null when there is none. */
    public static @Nullable String find(MessageSource messages, String code, Locale locale) {
        return find(messages, code, null, locale);
    }

    /** The message with these arguments, or null when there is none. */
    public static @Nullable String find(
            MessageSource messages, String code, Object @Nullable [] arguments, Locale locale) {
        String found = messages.getMessage(code, arguments, NONE, locale);
        return NONE.equals(found) ? null : found;
    }
}
