package dev.kida.spring.message;

import dev.kida.render.Translations;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * Translations out of a {@link MessageSource}: the text in the template is the code. A text that nobody has translated stays
 * as it is.
 *
 * <p>The forms of a plural are looked up by the text for many and the form's name in Unicode's terms, {@code "%(count)s
 * pages[few]"}; without one, the text for one or for many is.
 */
public final class MessageTranslations implements Translations {

    private final MessageSource messages;

    /** Looks texts up in this source. Thread-safe if the source is. */
    public MessageTranslations(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public String translate(String message, Locale locale) {
        String translated = KnownMessages.find(messages, message, locale);
        return translated == null ? message : translated;
    }

    @Override
    public String translatePlural(String one, String many, long count, Locale locale) {
        String form = KnownMessages.find(messages, many + "[" + PluralForms.of(locale, count) + "]", locale);
        return form == null ? translate(count == 1 ? one : many, locale) : form;
    }
}
