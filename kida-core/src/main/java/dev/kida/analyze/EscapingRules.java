package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.syntax.Expr;
import org.jspecify.annotations.Nullable;

/** Where in a page the escaping of HTML is not enough, and what is (spec 08 §1). */
final class EscapingRules {

    private static final String XMLATTR = "xmlattr";
    private static final String JSON = "tojson";
    private static final String SCRIPT_TEXT = "js";

    /** What is wrong with an output. */
    record Problem(ErrorCode code, String message, String suggestion) {}

    private EscapingRules() {}

    /** The first problem of an output that stands at a place, or null. */
    static @Nullable Problem check(HtmlPlace place, Expr output) {
        for (PrintedValue value : PrintedValue.of(output)) {
            Problem problem = value.isHarmless() ? null : check(place, value);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable Problem check(HtmlPlace place, PrintedValue value) {
        return switch (place.mode()) {
            case IN_TAG, ATTRIBUTE_NAME, AFTER_NAME -> amongAttributes(value);
            case BEFORE_VALUE -> unquoted(place);
            case VALUE -> place.quote() == 0 ? unquoted(place) : inValue(place, value);
            case RAW -> inRawText(place, value);
            default -> null;
        };
    }

    private static @Nullable Problem amongAttributes(PrintedValue value) {
        if (value.wentThrough(XMLATTR) || value.trusted() || value.isCall()) {
            return null;
        }
        return new Problem(
                ErrorCode.K_ESC_003,
                "Output among the attributes of a tag can add attributes of its own",
                "Write a dict of attributes with {{ … | xmlattr }}");
    }

    private static Problem unquoted(HtmlPlace place) {
        return new Problem(
                ErrorCode.K_ESC_003,
                "Output in the unquoted attribute '" + place.attribute() + "' can add attributes of its own",
                "Put quotes around the value: " + place.attribute() + "=\"{{ … }}\"");
    }

    private static @Nullable Problem inValue(HtmlPlace place, PrintedValue value) {
        if (value.wentThrough(XMLATTR)) {
            return new Problem(
                    ErrorCode.K_ESC_005,
                    "The attributes that 'xmlattr' prints end the value of '" + place.attribute() + "'",
                    "Write it among the attributes of the tag, outside of quotes");
        }
        if (place.quote() == '"' && value.isJsonWithQuotes()) {
            return new Problem(
                    ErrorCode.K_ESC_004,
                    "The quotes in the JSON end the value of '" + place.attribute() + "'",
                    "Write {{ … | tojson(attr=true) }}");
        }
        if (place.isUrl()) {
            return inUrl(place, value);
        }
        ScriptPlace script = place.script();
        if (script == null) {
            return inOtherValue(place, value);
        }
        return inScript(script, value, "in the event handler '" + place.attribute() + "'", "tojson(attr=true)");
    }

    /** A style sheet, and a whole page inside of an attribute. */
    private static @Nullable Problem inOtherValue(HtmlPlace place, PrintedValue value) {
        if (place.attribute().equals("style") && !value.wentThrough("css")) {
            return unescaped(value, "in the attribute 'style'", "css");
        }
        if (place.attribute().equals("srcdoc") && !value.wentThrough("striptags")) {
            return new Problem(
                    value.trusted() ? ErrorCode.K_ESC_002 : ErrorCode.K_ESC_003,
                    "Output in 'srcdoc' is read as HTML once more, after it was unescaped",
                    "Let 'src' name a page of its own");
        }
        return null;
    }

    private static @Nullable Problem inUrl(HtmlPlace place, PrintedValue value) {
        if (place.value().equals(UrlStart.SCRIPT)) {
            return value.wentThrough(SCRIPT_TEXT)
                    ? null
                    : unescaped(value, "in the script that '" + place.attribute() + "' runs", "js");
        }
        boolean decides = UrlStart.isOpen(place.value()) && !value.beginsUrl();
        if (!decides || value.wentThrough("safe_url", "urlencode")) {
            return null;
        }
        return unescaped(value, "in the URL attribute '" + place.attribute() + "'", "safe_url");
    }

    private static @Nullable Problem inRawText(HtmlPlace place, PrintedValue value) {
        ScriptPlace script = place.script();
        if (script != null) {
            return inScript(script, value, "inside <script>", JSON);
        }
        if (place.element().equals("style") && !value.wentThrough("css", JSON)) {
            return unescaped(value, "inside <style>", "css");
        }
        return null;
    }

    private static @Nullable Problem inScript(ScriptPlace place, PrintedValue value, String where, String filter) {
        boolean text = value.wentThrough(SCRIPT_TEXT);
        boolean json = value.wentThrough(JSON);
        return switch (place.here()) {
            case CODE -> {
                if (json) {
                    yield null;
                }
                yield text
                        ? unescaped(value, where + ", outside of a string: 'js' escapes the inside of strings", filter)
                        : unescaped(value, where, filter);
            }
            case TEMPLATE_LITERAL ->
                text ? null : unescaped(value, "in a template literal " + where, SCRIPT_TEXT, json);
            case DOUBLE_QUOTED -> text ? null : unescaped(value, "in a string " + where, SCRIPT_TEXT, json);
            case SINGLE_QUOTED -> text || json ? null : unescaped(value, "in a string " + where, SCRIPT_TEXT);
            case REGEX, REGEX_CLASS -> text ? null : unescaped(value, "in a regular expression " + where, SCRIPT_TEXT);
            case LINE_COMMENT, BLOCK_COMMENT ->
                text || json ? null : unescaped(value, "in a comment " + where, SCRIPT_TEXT);
        };
    }

    private static Problem unescaped(PrintedValue value, String where, String filter) {
        return unescaped(value, where, filter, false);
    }

    private static Problem unescaped(PrintedValue value, String where, String filter, boolean json) {
        ErrorCode code = json ? ErrorCode.K_ESC_004 : value.trusted() ? ErrorCode.K_ESC_002 : ErrorCode.K_ESC_003;
        String what = json ? "JSON " : value.trusted() ? "Output marked as safe " : "Output ";
        String name = filter.indexOf('(') < 0 ? filter : filter.substring(0, filter.indexOf('('));
        return new Problem(code, what + where + " without '" + name + "'", "Write {{ … | " + filter + " }}");
    }
}
