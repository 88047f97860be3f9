package dev.kida.spring.development;

import dev.kida.error.Diagnostic;
import dev.kida.error.TemplateException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The failure of a template as HTML: a page while nothing has been sent, an overlay over what has. */
public final class DevelopmentErrors {

    private static final String STYLE = """
            .kida-dev{font:1rem/1.5 system-ui,sans-serif;color:#222;background:#fff;padding:1rem 2rem;border-top:.4rem solid #b00;\
            text-align:left}
            .kida-dev pre{padding:1rem;overflow:auto;background:#f4f4f4;color:#222;font:.9rem/1.4 ui-monospace,monospace}
            .kida-dev h1{font-size:1.3rem}.kida-dev h2{font-size:1.05rem}.kida-dev td{padding-right:2rem}
            .kida-dev-over{position:fixed;inset:auto 0 0 0;width:auto;max-width:none;margin:0;max-height:60vh;overflow:auto;z-index:2147483647;\
            box-shadow:0 0 2rem #0008}
            """;

    private DevelopmentErrors() {}

    /** Whether a page of this content type can have an overlay. */
    public static boolean canShowOver(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    /** The failure of a template in the causes of an exception, or null. */
    public static @Nullable TemplateException templateFailure(@Nullable Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 50; depth++, at = at.getCause()) {
            if (at instanceof TemplateException template) {
                return template;
            }
        }
        return null;
    }

    /**
     * A whole page.
     *
     * @param model the names of the model, null when it did not come to one
     * @param nonce what the policy of the response demands of styles, null for nothing
     */
    public static String page(TemplateException failure, @Nullable ModelOutline model, @Nullable String nonce) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                + HtmlUtils.htmlEscape(failure.getCode().code() + " " + failure.getSummary())
                + "</title>" + style(nonce) + "</head><body>\n" + section(failure, model) + "</body></html>\n";
    }

    /**
     * An overlay for a page that broke off anywhere. What it begins with ends an attribute, a tag, a comment, or an element
     * whose content is no markup; in the middle of text it is a comment, and end tags of nothing, which browsers ignore. It
     * needs no script, and where the page's policy forbids its style, nonce or not, it is a plain dialog.
     *
     * @param nonce what the policy of the page demands of styles, null for nothing
     */
    public static String overlay(Throwable failure, @Nullable ModelOutline model, @Nullable String nonce) {
        TemplateException template = templateFailure(failure);
        String content = template == null
                ? "<h1>" + HtmlUtils.htmlEscape(String.valueOf(failure)) + "</h1>"
                : section(template, model);
        return "<!--\"'>--></script></style></textarea></title></template></select></noscript>"
                + style(nonce)
                + "<dialog open class=\"kida-dev kida-dev-over\" aria-label=\"Template error\">"
                + "<p>The page broke off here.</p>" + content + "</dialog>";
    }

    private static String style(@Nullable String nonce) {
        String attribute = nonce == null ? "" : " nonce=\"" + HtmlUtils.htmlEscape(nonce) + "\"";
        return "<style" + attribute + ">" + STYLE + "</style>";
    }

    /** What a visitor typed, or a password, has no business on the screen of whoever looks at an error. */
    private static Diagnostic withoutValues(Diagnostic all) {
        return new Diagnostic(
                all.code(),
                all.severity(),
                all.message(),
                all.template(),
                all.location(),
                all.line(),
                all.column(),
                all.snippet(),
                all.expression(),
                Map.of(),
                all.suggestion(),
                all.hints(),
                all.templateStack(),
                all.componentStack());
    }

    private static String section(TemplateException failure, @Nullable ModelOutline model) {
        StringBuilder out = new StringBuilder("<main class=\"kida-dev\">")
                .append(withoutValues(failure.toDiagnostic()).toHtml())
                .append("<p>More about ")
                .append(failure.getCode().code())
                .append(": ")
                .append(HtmlUtils.htmlEscape(failure.getCode().docsUrl()))
                .append("</p>\n");
        Throwable cause = failure.getCause();
        if (cause != null) {
            out.append("<h2>Caused by</h2><pre>")
                    .append(HtmlUtils.htmlEscape(cause.toString()))
                    .append("</pre>\n");
        }
        if (model != null && !model.types().isEmpty()) {
            out.append("<h2>In the model</h2><table>\n");
            model.types().forEach((name, type) -> out.append("<tr><td><code>")
                    .append(HtmlUtils.htmlEscape(name))
                    .append("</code></td><td>")
                    .append(HtmlUtils.htmlEscape(type))
                    .append("</td></tr>\n"));
            out.append("</table>\n");
        }
        return out.append("</main>\n").toString();
    }
}
