package dev.kida.spring;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Text;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Builds URLs from a path, values for its placeholders, and a query. Every value is encoded whole: none adds a segment. */
final class UrlBuilder {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}/]*)}");
    private static final Pattern IGNORED = Pattern.compile("[\\p{Cntrl}]|^\\s+|\\s+$");
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    /** What stands for a URL that runs a script. */
    static final String NOTHING = "#";

    private UrlBuilder() {}

    /**
     * @param path {@code /…} within the application, {@code ~/…} within the server, anything else as it is
     * @param values for the placeholders, in their order
     * @param named for the placeholders of that name; the others become the query, nulls are left out
     */
    static String build(
            String path,
            List<? extends @Nullable Object> values,
            Map<?, ? extends @Nullable Object> named,
            String contextPath) {
        String clean = IGNORED.matcher(path).replaceAll("");
        if (runs(clean)) {
            return NOTHING;
        }
        int hash = clean.indexOf('#');
        String anchor = hash < 0 ? "" : clean.substring(hash);
        Set<String> used = new HashSet<>();
        StringBuilder url = new StringBuilder(fill(hash < 0 ? clean : clean.substring(0, hash), values, named, used));
        // Once more, for a scheme that is put together of values.
        if (runs(url.toString())) {
            return NOTHING;
        }
        appendQuery(url, named, used);
        return within(contextPath, url.append(anchor).toString());
    }

    private static boolean runs(String url) {
        Matcher scheme = SCHEME.matcher(url);
        return scheme.matches() && !SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT));
    }

    private static String within(String contextPath, String url) {
        if (url.startsWith("~/")) {
            return url.substring(1);
        }
        return url.startsWith("/") && !url.startsWith("//") && !url.startsWith("/\\") ? contextPath + url : url;
    }

    private static String fill(
            String path,
            List<? extends @Nullable Object> values,
            Map<?, ? extends @Nullable Object> named,
            Set<String> used) {
        Iterator<? extends @Nullable Object> inOrder = values.iterator();
        StringBuilder filled = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(path);
        while (placeholder.find()) {
            String name = placeholder.group(1);
            Object value = named.get(name);
            if (named.containsKey(name)) {
                used.add(name);
            } else if (inOrder.hasNext()) {
                value = inOrder.next();
            }
            if (value == null) {
                throw TemplateRuntimeException.type("url(): no value for {" + name + "} of '" + path + "'");
            }
            placeholder.appendReplacement(filled, Matcher.quoteReplacement(encode(value)));
        }
        if (inOrder.hasNext()) {
            throw TemplateRuntimeException.type("url(): more values than placeholders in '" + path + "'");
        }
        return placeholder.appendTail(filled).toString();
    }

    private static void appendQuery(StringBuilder url, Map<?, ? extends @Nullable Object> named, Set<String> used) {
        named.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (used.contains(name)) {
                return;
            }
            if (value instanceof Iterable<?> several) {
                several.forEach(each -> append(url, name, each));
            } else {
                append(url, name, value);
            }
        });
    }

    private static void append(StringBuilder url, String name, @Nullable Object value) {
        if (value != null) {
            url.append(url.indexOf("?") < 0 ? '?' : '&')
                    .append(UriUtils.encode(name, StandardCharsets.UTF_8))
                    .append('=')
                    .append(encode(value));
        }
    }

    private static String encode(Object value) {
        return UriUtils.encode(Text.of(value), StandardCharsets.UTF_8);
    }
}
