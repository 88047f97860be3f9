package dev.kida.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text inside HTML. */
public final class HtmlText {

    /** The longest entity that is looked for, from {@code &} to {@code ;}. */
    private static final int MAX_ENTITY = 12;

    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00a0"),
            Map.entry("copy", "\u00a9"),
            Map.entry("reg", "\u00ae"),
            Map.entry("trade", "\u2122"),
            Map.entry("deg", "\u00b0"),
            Map.entry("middot", "\u00b7"),
            Map.entry("times", "\u00d7"),
            Map.entry("laquo", "\u00ab"),
            Map.entry("raquo", "\u00bb"),
            Map.entry("lsquo", "\u2018"),
            Map.entry("rsquo", "\u2019"),
            Map.entry("ldquo", "\u201c"),
            Map.entry("rdquo", "\u201d"),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("hellip", "\u2026"),
            Map.entry("bull", "\u2022"),
            Map.entry("euro", "\u20ac"),
            Map.entry("pound", "\u00a3"),
            Map.entry("sect", "\u00a7"),
            Map.entry("shy", "\u00ad"),
            Map.entry("auml", "\u00e4"),
            Map.entry("ouml", "\u00f6"),
            Map.entry("uuml", "\u00fc"),
            Map.entry("Auml", "\u00c4"),
            Map.entry("Ouml", "\u00d6"),
            Map.entry("Uuml", "\u00dc"),
            Map.entry("szlig", "\u00df"),
            Map.entry("eacute", "\u00e9"),
            Map.entry("egrave", "\u00e8"),
            Map.entry("agrave", "\u00e0"),
            Map.entry("ccedil", "\u00e7"));

    private HtmlText() {}

    /**
     * Removes everything from a {@code <} to the next {@code >}, and comments. An unclosed {@code <} stays. In one pass, so
     * that what is left over cannot form a new tag.
     */
    public static String stripTags(String html) {
        int open = html.indexOf('<');
        if (open < 0) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length());
        int at = 0;
        while (open >= 0) {
            int comment = html.startsWith("<!--", open) ? html.indexOf("-->", open + 4) : -1;
            int close = comment >= 0 ? comment + 2 : html.indexOf('>', open + 1);
            if (close < 0) {
                break;
            }
            out.append(html, at, open);
            at = close + 1;
            open = html.indexOf('<', at);
        }
        return out.append(html, at, html.length()).toString();
    }

    /** Replaces numeric entities and the common named ones by their characters. */
    public static String unescape(String html) {
        int start = html.indexOf('&');
        if (start < 0) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length());
        int at = 0;
        while (start >= 0) {
            int end = html.indexOf(';', start);
            String text = end < 0 || end - start > MAX_ENTITY ? null : entity(html.substring(start + 1, end));
            if (text != null) {
                out.append(html, at, start).append(text);
                at = end + 1;
            }
            start = html.indexOf('&', text == null ? start + 1 : at);
        }
        return out.append(html, at, html.length()).toString();
    }

    private static @Nullable String entity(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.get(name);
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int c = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(c) && c > 0 ? Character.toString(c) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
