package dev.kida.spring.form;

import dev.kida.spring.message.KnownMessages;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.convert.ConversionException;
import org.springframework.validation.ObjectError;

/** Values, errors and labels as text, in the language of one render. */
final class Texts {

    private final FormSupport support;
    private final Locale locale;

    Texts(FormSupport support, Locale locale) {
        this.support = support;
        this.locale = locale;
    }

    /** A value as a form shows and sends it. */
    String display(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof CharSequence) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (support.conversion().canConvert(value.getClass(), String.class)) {
            try {
                String text = support.conversion().convert(value, String.class);
                return text == null ? "" : text;
            } catch (ConversionException notForText) {
                return value.toString();
            }
        }
        return value.toString();
    }

    /** The message of an error; its most general code when nobody has written one. */
    String message(ObjectError error) {
        try {
            return support.messages().getMessage(error, locale);
        } catch (NoSuchMessageException unknown) {
            String code = error.getCode();
            return code == null ? error.getObjectName() : code;
        }
    }

    /** The label of a property: the message of {@code user.email}, of {@code email}, or the name in words. */
    String label(String path, String expression) {
        MessageSource messages = support.messages();
        String label = KnownMessages.find(messages, path, locale);
        if (label == null) {
            label = KnownMessages.find(messages, expression, locale);
        }
        return label == null ? words(expression) : label;
    }

    /** {@code address.zipCode} becomes {@code Zip code}. */
    private static String words(String expression) {
        String last = expression.substring(expression.lastIndexOf('.') + 1).replaceAll("\\[.*?]", "");
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < last.length(); i++) {
            char c = last.charAt(i);
            if (i == 0) {
                words.append(Character.toUpperCase(c));
            } else if (c == '_' || c == '-') {
                words.append(' ');
            } else if (Character.isUpperCase(c) && !Character.isUpperCase(last.charAt(i - 1))) {
                words.append(' ').append(Character.toLowerCase(c));
            } else {
                words.append(c);
            }
        }
        return words.toString();
    }
}
