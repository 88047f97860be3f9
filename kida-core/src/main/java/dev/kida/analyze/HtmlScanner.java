package dev.kida.analyze;

import dev.kida.analyze.HtmlPlace.Mode;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads static text just far enough to know where in a page the next output stands, as a browser would see it. */
final class HtmlScanner {

    private static final Set<String> RAW_TEXT =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    private static final String SCRIPT = "script";
    private static final String TYPE = "type";
    private static final int LONGEST = 40;

    private final @Nullable Tags tags;
    private Mode mode;
    private String element;
    private boolean closing;
    private String attribute;
    private char quote;
    private String value;
    private String type;
    private String tail;
    private @Nullable ScriptScanner script;

    /** Is told of every tag that is complete. */
    interface Tags {
        void tag(String name, boolean closing);
    }

    HtmlScanner(HtmlPlace place) {
        this(place, null);
    }

    HtmlScanner(HtmlPlace place, @Nullable Tags tags) {
        this.tags = tags;
        mode = place.mode();
        element = place.element();
        closing = place.closing();
        attribute = place.attribute();
        quote = place.quote();
        value = place.value();
        type = place.type();
        tail = place.tail();
        script = place.script() == null ? null : new ScriptScanner(place.script());
    }

    HtmlPlace place() {
        return new HtmlPlace(
                mode, element, closing, attribute, quote, value, type, tail, script == null ? null : script.place());
    }

    /** A value of the template stands here. */
    void output() {
        switch (mode) {
            case TAG_OPEN -> tagName();
            case AFTER_NAME -> mode = Mode.IN_TAG;
            case BEFORE_VALUE -> {
                startValue((char) 0);
                outputInValue();
            }
            case VALUE -> outputInValue();
            case RAW -> {
                noEnd();
                if (script != null) {
                    script.output();
                }
            }
            case COMMENT -> tail = "";
            case MARKUP_OPEN -> mode = Mode.DECLARATION;
            default -> {}
        }
    }

    private void outputInValue() {
        value = isUrl() ? UrlStart.HARMLESS : "";
        if (script != null) {
            script.output();
        }
    }

    void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            read(text.charAt(i));
        }
    }

    private void read(char c) {
        switch (mode) {
            case TEXT, UNKNOWN -> {
                if (c == '<') {
                    mode = Mode.TAG_OPEN;
                    closing = false;
                }
            }
            case TAG_OPEN -> tagOpen(c);
            case MARKUP_OPEN -> markupOpen(c);
            case DECLARATION -> {
                if (c == '>') {
                    toText();
                }
            }
            case COMMENT -> comment(c);
            case TAG_NAME -> {
                if (isName(c)) {
                    element = append(element, c);
                } else {
                    inTag(c);
                }
            }
            case IN_TAG -> inTag(c);
            case ATTRIBUTE_NAME, AFTER_NAME -> attributeName(c);
            case BEFORE_VALUE, VALUE -> value(c);
            case RAW -> raw(c);
        }
    }

    // ---- outside of tags ------------------------------------------------------------------------------------

    private void toText() {
        mode = Mode.TEXT;
        element = "";
        closing = false;
        type = "";
        tail = "";
        script = null;
        noAttribute();
    }

    private void tagOpen(char c) {
        if (isLetter(c)) {
            tagName();
            element = append("", c);
        } else if (c == '/' && !closing) {
            closing = true;
        } else if (c == '!') {
            mode = Mode.MARKUP_OPEN;
            tail = "";
        } else if (c == '?') {
            mode = Mode.DECLARATION;
        } else {
            toText();
            read(c);
        }
    }

    private void tagName() {
        mode = Mode.TAG_NAME;
        element = "";
        type = "";
    }

    private void markupOpen(char c) {
        if (c == '-' && tail.isEmpty()) {
            tail = "-";
        } else {
            mode = c == '-' ? Mode.COMMENT : Mode.DECLARATION;
            tail = c == '-' ? "--" : ""; // a comment may end at once
            if (c == '>') {
                toText();
            }
        }
    }

    private void comment(char c) {
        if (c == '>' && tail.equals("--")) {
            toText();
        } else if (c == '-') {
            tail = tail.isEmpty() ? "-" : "--";
        } else {
            tail = "";
        }
    }

    private void raw(char c) {
        String end = "</" + element;
        if (tail.length() == end.length()) {
            if (isSpace(c) || c == '/' || c == '>') {
                closing = true;
                tail = "";
                script = null;
                inTag(c);
                return;
            }
            noEnd();
        } else if (Character.toLowerCase(c) == end.charAt(tail.length())) {
            tail = append(tail, c);
            return;
        } else {
            noEnd();
        }
        if (c == '<') {
            tail = "<";
        } else if (script != null) {
            script.read(c);
        }
    }

    /** What looked like the end of the element is part of its text. */
    private void noEnd() {
        if (script != null) {
            for (int i = 0; i < tail.length(); i++) {
                script.read(tail.charAt(i));
            }
        }
        tail = "";
    }

    // ---- in tags --------------------------------------------------------------------------------------------

    private void inTag(char c) {
        if (c == '>') {
            endOfTag();
            return;
        }
        mode = Mode.IN_TAG;
        noAttribute();
        if (!isSpace(c) && c != '/') {
            mode = Mode.ATTRIBUTE_NAME;
            attribute = append("", c);
        }
    }

    private void endOfTag() {
        String opened = element;
        String declared = type;
        boolean raw = !closing && RAW_TEXT.contains(opened);
        if (tags != null) {
            tags.tag(opened, closing);
        }
        toText();
        if (raw) {
            mode = Mode.RAW;
            element = opened;
            script = opened.equals(SCRIPT) && isScript(declared) ? new ScriptScanner(ScriptPlace.START) : null;
        }
    }

    /** Whether a script element holds a script or JSON, and not some template for later use. */
    private static boolean isScript(String type) {
        return type.isEmpty()
                || Stream.of("javascript", "ecmascript", "module", "json", "map", "rules", "babel", "jsx", "typescript")
                        .anyMatch(type::contains);
    }

    private void attributeName(char c) {
        if (c == '=') {
            mode = Mode.BEFORE_VALUE;
        } else if (c == '>' || c == '/') {
            inTag(c);
        } else if (isSpace(c)) {
            mode = Mode.AFTER_NAME;
        } else if (mode == Mode.AFTER_NAME) {
            inTag(c);
        } else {
            attribute = append(attribute, c);
        }
    }

    private void startValue(char mark) {
        mode = Mode.VALUE;
        quote = mark;
        value = "";
        script = HtmlPlace.isHandler(attribute) ? new ScriptScanner(ScriptPlace.START) : null;
    }

    private void value(char c) {
        if (mode == Mode.BEFORE_VALUE) {
            if (isSpace(c)) {
                return;
            }
            boolean quoted = c == '"' || c == '\'';
            startValue(quoted ? c : 0);
            if (quoted) {
                return;
            }
        }
        if (quote == 0 ? isSpace(c) || c == '>' : c == quote) {
            endOfValue(c);
        } else if (isUrl()) {
            value = UrlStart.read(value, c);
        } else if (element.equals(SCRIPT) && attribute.equals(TYPE)) {
            value = append(value, c);
        } else if (script != null) {
            script.read(c);
        }
    }

    private void endOfValue(char c) {
        if (element.equals(SCRIPT) && attribute.equals(TYPE)) {
            type = value;
        }
        script = null;
        noAttribute();
        mode = Mode.IN_TAG;
        if (c == '>') {
            endOfTag();
        }
    }

    private void noAttribute() {
        attribute = "";
        quote = 0;
        value = "";
    }

    private boolean isUrl() {
        return HtmlPlace.isUrl(attribute);
    }

    private static String append(String text, char c) {
        return text.length() < LONGEST ? text + Character.toLowerCase(c) : text;
    }

    private static boolean isName(char c) {
        return !isSpace(c) && c != '/' && c != '>';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
