package dev.kida.value;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a function, filter, test or global may ask of the running render. */
public interface CallContext {

    /** A value from the metadata of this render, or null. */
    @Nullable
    Object meta(String key);

    /** The value of the innermost active {@code provide} of that key, or the default. */
    @Nullable
    Object consume(String key, @Nullable Object dflt);

    /** Whether the template that is running escapes its output. */
    boolean autoescape();

    /** The locale of this render. */
    Locale locale();

    /** The time zone of this render. */
    ZoneId zone();

    /** The place of the template that is running, as {@code name:line}; for messages. */
    default String place() {
        return "(unknown)";
    }

    /** Reports that a filter got by with a value it could not convert. */
    void warn(String filter, String message);

    /** The translation of a message, or the message itself. */
    String translate(String message);

    /** The translation for a count. */
    String translatePlural(String one, String many, @Nullable Object n);

    /** A filter by its name, or null. */
    @Nullable
    TemplateFunction findFilter(String name);

    /** A test by its name, or null. */
    @Nullable
    TemplateFunction findTest(String name);

    /** What templates may reach, or null when they may reach whatever is public. */
    default @Nullable SandboxPolicy sandbox() {
        return null;
    }

    /** How long a text may become that a function puts together, see {@link TextBound}. */
    default int maxTextLength() {
        return TextBound.NONE;
    }

    /** Calls any callable value with positional arguments. */
    default @Nullable Object call(@Nullable Object callable, @Nullable Object... positional) {
        return Calls.invoke(callable, positional, Calls.NO_NAMES, Calls.NO_VALUES, this);
    }
}
