package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.error.SourceText;
import dev.kida.error.TemplateWarning;
import dev.kida.syntax.LexerSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for markup that shuts people out: images without a description, headings that leave out a level, pages without a
 * language, fields without a label. What a template computes is given the benefit of the doubt.
 */
public final class AccessibilityChecks {

    /** Stands where the template prints or decides something. */
    private static final char COMPUTED = '\u0001';

    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s=/>\"']+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+)))?");
    private static final Pattern NO_MARKUP =
            Pattern.compile("(?is)<!--.*?-->|(?<=<(?:script|style)\\b[^>]{0,500}>).*?(?=</(?:script|style))");

    private static final Set<String> FIELDS = Set.of("input", "select", "textarea");
    private static final Set<String> BUTTONS = Set.of("hidden", "submit", "reset", "button", "image");

    private final SourceText source;
    private final String text;
    private final Set<String> labelled = new HashSet<>();
    private final List<TemplateWarning> found = new ArrayList<>();
    private int heading;
    private int labels;

    private AccessibilityChecks(SourceText source, String text) {
        this.source = source;
        this.text = text;
    }

    /** Finds K-A11Y-001 to K-A11Y-004. */
    public static List<TemplateWarning> check(SourceText source, LexerSettings syntax) {
        AccessibilityChecks checks = new AccessibilityChecks(source, markupOf(source.text(), syntax));
        checks.collectLabels();
        TAG.matcher(checks.text).results().forEach(checks::tag);
        return checks.found;
    }

    // ---- the text ---------------------------------------------------------------------------------------------

    /** The source with everything that is no markup blanked out, so that places stay where they are. */
    private static String markupOf(String text, LexerSettings syntax) {
        String plain = blank(text, between(syntax.commentStart(), syntax.commentEnd()), ' ');
        plain = blank(plain, between(syntax.variableStart(), syntax.variableEnd()), COMPUTED);
        plain = blank(plain, between(syntax.blockStart(), syntax.blockEnd()), COMPUTED);
        return blank(plain, NO_MARKUP, ' ');
    }

    private static Pattern between(String start, String end) {
        return Pattern.compile(Pattern.quote(start) + "(?s:.*?)" + Pattern.quote(end));
    }

    private static String blank(String text, Pattern pattern, char filler) {
        StringBuilder out = new StringBuilder(text);
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                if (out.charAt(i) != '\n') {
                    out.setCharAt(i, filler);
                }
            }
        }
        return out.toString();
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new HashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(2);
            value = value == null ? matcher.group(3) : value;
            value = value == null ? matcher.group(4) : value;
            attributes.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value == null ? "" : value);
        }
        return attributes;
    }

    /** Whether the template adds attributes that are not known here. */
    private static boolean isOpen(Map<String, String> attributes) {
        return attributes.keySet().stream().anyMatch(name -> name.indexOf(COMPUTED) >= 0);
    }

    // ---- the rules --------------------------------------------------------------------------------------------

    private void collectLabels() {
        TAG.matcher(text)
                .results()
                .filter(tag -> tag.group(2).equalsIgnoreCase("label"))
                .forEach(tag -> labelled.add(attributes(tag.group(3)).getOrDefault("for", "")));
    }

    private void tag(MatchResult tag) {
        String name = tag.group(2).toLowerCase(Locale.ROOT);
        boolean closing = !tag.group(1).isEmpty();
        if (name.equals("label")) {
            labels = Math.max(0, labels + (closing ? -1 : 1));
        }
        if (closing) {
            return;
        }
        Map<String, String> attributes = attributes(tag.group(3));
        if (name.matches("h[1-6]")) {
            heading(tag, name.charAt(1) - '0');
        } else if (!isOpen(attributes)) {
            element(tag, name, attributes);
        }
    }

    private void element(MatchResult tag, String name, Map<String, String> attributes) {
        if (name.equals("img") && !attributes.containsKey("alt") && !isHidden(attributes)) {
            add(
                    ErrorCode.K_A11Y_001,
                    "An image without 'alt'",
                    tag,
                    "Describe it, or write alt=\"\" if it only decorates");
        } else if (name.equals("html") && attributes.getOrDefault("lang", "").isBlank()) {
            add(ErrorCode.K_A11Y_003, "The page does not say its language", tag, "Write <html lang=\"…\">");
        } else if (FIELDS.contains(name) && !isLabelled(name, attributes)) {
            add(
                    ErrorCode.K_A11Y_004,
                    "The field has no label",
                    tag,
                    "Put it into a <label>, or give it an id that a <label for=\"…\"> names");
        }
    }

    private static boolean isHidden(Map<String, String> attributes) {
        String role = attributes.getOrDefault("role", "");
        return attributes.getOrDefault("aria-hidden", "").equals("true")
                || attributes.containsKey("aria-label")
                || attributes.containsKey("aria-labelledby")
                || role.equals("presentation")
                || role.equals("none");
    }

    private boolean isLabelled(String name, Map<String, String> attributes) {
        String type = attributes.getOrDefault("type", "text").toLowerCase(Locale.ROOT);
        if (name.equals("input") && (BUTTONS.contains(type) || type.indexOf(COMPUTED) >= 0)) {
            return true;
        }
        String id = attributes.get("id");
        boolean named = id != null && (labelled.contains(id) || id.indexOf(COMPUTED) >= 0);
        return labels > 0
                || named
                || attributes.containsKey("aria-label")
                || attributes.containsKey("aria-labelledby")
                || attributes.containsKey("title");
    }

    private void heading(MatchResult tag, int level) {
        if (heading > 0 && level > heading + 1) {
            add(
                    ErrorCode.K_A11Y_002,
                    "A heading h" + level + " after h" + heading + " leaves out a level",
                    tag,
                    "Write h" + (heading + 1) + ", and style it as you like");
        }
        heading = level;
    }

    private void add(ErrorCode code, String message, MatchResult tag, String suggestion) {
        int start = tag.start();
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        int column = start - (text.lastIndexOf('\n', start - 1) + 1);
        found.add(new TemplateWarning(code, message, source.name(), line, column, suggestion));
    }
}
