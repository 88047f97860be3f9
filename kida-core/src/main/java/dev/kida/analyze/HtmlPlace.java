package dev.kida.analyze;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in an HTML page, as far as it can be known from the text before it.
 *
 * @param element name of the tag or raw-text element around it, in lower case, or empty
 * @param closing whether the tag is a closing one
 * @param attribute name of the attribute around it, in lower case, or empty
 * @param quote what the value of the attribute is quoted with, or 0
 * @param value the start of the value, for attributes whose meaning depends on it
 * @param type the type of a script element, or empty
 * @param tail what may be the beginning of the end of a comment or raw-text element
 * @param script the place in the script, inside of scripts and event handlers, else null
 */
record HtmlPlace(
        Mode mode,
        String element,
        boolean closing,
        String attribute,
        char quote,
        String value,
        String type,
        String tail,
        @Nullable ScriptPlace script) {

    /** Between elements. */
    static final HtmlPlace TEXT = at(Mode.TEXT);

    /** Somewhere that cannot be told, until the next tag. */
    static final HtmlPlace UNKNOWN = at(Mode.UNKNOWN);

    private static final Set<String> URLS = Set.of("href", "src", "action", "formaction", "xlink:href");

    enum Mode {
        TEXT,
        /** After {@code <}. */
        TAG_OPEN,
        /** After {@code <!}. */
        MARKUP_OPEN,
        DECLARATION,
        COMMENT,
        TAG_NAME,
        /** In a tag, between attributes. */
        IN_TAG,
        ATTRIBUTE_NAME,
        AFTER_NAME,
        BEFORE_VALUE,
        VALUE,
        /** In an element whose content is not markup. */
        RAW,
        UNKNOWN
    }

    private static HtmlPlace at(Mode mode) {
        return new HtmlPlace(mode, "", false, "", (char) 0, "", "", "", null);
    }

    /** Between the attributes of an opening tag. */
    static HtmlPlace inTag(String element) {
        return new HtmlPlace(Mode.IN_TAG, element, false, "", (char) 0, "", "", "", null);
    }

    /** Whether the attribute around it holds a URL that may run a script. */
    boolean isUrl() {
        return isUrl(attribute);
    }

    static boolean isUrl(String attribute) {
        return URLS.contains(attribute);
    }

    /** Whether the attribute around it holds a script. */
    boolean isHandler() {
        return isHandler(attribute);
    }

    static boolean isHandler(String attribute) {
        return attribute.startsWith("on") && attribute.length() > 2;
    }

    // Written out, as is equals: what the JVM makes for records takes longer to link than to follow most pages.
    @Override
    public int hashCode() {
        return mode.hashCode() + 31 * element.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HtmlPlace place
                && mode == place.mode
                && closing == place.closing
                && quote == place.quote
                && element.equals(place.element)
                && attribute.equals(place.attribute)
                && value.equals(place.value)
                && type.equals(place.type)
                && tail.equals(place.tail)
                && Objects.equals(script, place.script);
    }
}
