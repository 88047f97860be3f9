package dev.kida.render;

import java.util.Locale;

/** Message lookup for {@code trans}, {@code _} and {@code _n}. Implementations must be thread-safe. */
public interface Translations {

    /** Gives every message back as it is; {@code one} for exactly 1. */
    Translations IDENTITY = new Translations() {
        @Override
        public String translate(String message, Locale locale) {
            return message;
        }

        @Override
        public String translatePlural(String one, String many, long count, Locale locale) {
            return count == 1 ? one : many;
        }
    };

    /** The translation of a message, or the message itself. */
    String translate(String message, Locale locale);

    /** The form of a message for a count. */
    String translatePlural(String one, String many, long count, Locale locale);
}
