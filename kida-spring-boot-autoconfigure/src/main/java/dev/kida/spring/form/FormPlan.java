package dev.kida.spring.form;

import dev.kida.value.CallContext;
import dev.kida.value.Members;
import dev.kida.value.Text;
import dev.kida.value.Undefined;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The frame of one form.
 *
 * @param attributes of the {@code form} element
 * @param hidden fields to print first, by name: the method a browser cannot send, what the application's processor asks
 *     for, the CSRF token
 */
public record FormPlan(Map<String, String> attributes, Map<String, String> hidden) {

    private static final Pattern IGNORED = Pattern.compile("^[\\s\\p{Cntrl}]+|[\\t\\r\\n]");

    static FormPlan of(FormRequest request, @Nullable String action, String method, CallContext context) {
        String verb = method.toLowerCase(Locale.ROOT);
        boolean get = verb.equals("get");
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, String> hidden = new LinkedHashMap<>();
        attributes.put("method", get ? "get" : "post");
        String processed = request.action(action == null ? request.currentUrl() : action, verb);
        if (action != null || !processed.isEmpty()) {
            attributes.put("action", processed);
        }
        if (!get && !verb.equals("post")) {
            hidden.put("_method", verb);
        }
        // A token for this site is a secret of this site, and one in a URL ends up in logs.
        if (!get && !isForeign(processed)) {
            hidden.putAll(request.hiddenFields());
            addToken(hidden, context);
        }
        return new FormPlan(attributes, hidden);
    }

    /** Looks at the action as a browser does: without controls and blanks around it, and without line ends and tabs. */
    private static boolean isForeign(String action) {
        String url = IGNORED.matcher(action).replaceAll("");
        int colon = url.indexOf(':');
        int path = url.indexOf('/');
        if (url.startsWith("//") || url.startsWith("\\") || url.startsWith("/\\")) {
            return true;
        }
        return colon > 0 && (path < 0 || colon < path);
    }

    /** The token of the render, in one of the forms that {@code csrf_token()} knows. */
    private static void addToken(Map<String, String> hidden, CallContext context) {
        Object meta = context.meta("csrf_token");
        Object token = meta instanceof Supplier<?> supplier ? supplier.get() : meta;
        if (token == null || token instanceof Undefined) {
            return;
        }
        if (Text.isText(token)) {
            hidden.putIfAbsent("csrf_token", Text.of(token));
            return;
        }
        Object name = Members.find(token, "parameterName", null);
        Object value = Members.find(token, "token", null);
        if (name != null && value != null) {
            hidden.putIfAbsent(Text.of(name), Text.of(value));
        }
    }
}
