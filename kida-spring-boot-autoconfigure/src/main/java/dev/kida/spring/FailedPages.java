package dev.kida.spring;

import dev.kida.error.StackEntry;
import dev.kida.error.TemplateException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.util.ClassUtils;

/**
 * Reports pages that cannot be finished. Once a part of a page is on its way there is no status and no error page left to
 * tell the client: the transfer is cut off, and this is the only place where the reason is found. The facts are logged as
 * key-value pairs as well, where SLF4J is there.
 */
public final class FailedPages {

    private static final boolean SLF4J =
            ClassUtils.isPresent("org.slf4j.spi.LoggingEventBuilder", FailedPages.class.getClassLoader());

    private static final Log logger = LogFactory.getLog(FailedPages.class);

    private FailedPages() {}

    /**
     * A page that was begun.
     *
     * @param view the view's name
     * @param request method and path of the request
     * @param stack the web stack
     * @param sent how many bytes were handed to the server
     */
    public record Begun(String view, String request, WebStack stack, long sent) {}

    /** Logs a page that failed after its first part was sent, at the level ERROR. */
    public static void cutOff(Begun page, Throwable failure) {
        String message = "View '" + page.view() + "' failed for " + page.request()
                + " after a part of the page was sent; cutting off";
        if (SLF4J) {
            Structured.log(Level.ERROR, message, facts(page, failure), failure);
        } else {
            logger.error(message, failure);
        }
    }

    /** Logs a page whose reader went away, at the level DEBUG and without a stack trace: it is nobody's fault. */
    public static void abandoned(Begun page, Throwable cause) {
        if (logger.isDebugEnabled()) {
            String message = "View '" + page.view() + "' for " + page.request() + " abandoned by the client: " + cause;
            if (SLF4J) {
                Structured.log(Level.DEBUG, message, facts(page, cause), null);
            } else {
                logger.debug(message);
            }
        }
    }

    private static Map<String, Object> facts(Begun page, Throwable failure) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kida.view", page.view());
        facts.put("kida.request", page.request());
        facts.put("kida.stack", page.stack().name().toLowerCase(Locale.ROOT));
        facts.put("kida.bytes", page.sent());
        if (failure instanceof TemplateException known) {
            facts.put("kida.code", known.getCode().code());
            String template = known.getTemplateName();
            if (template != null) {
                facts.put("kida.template", template);
                facts.put("kida.line", known.getLine());
            }
            if (!known.getTemplateStack().isEmpty()) {
                facts.put(
                        "kida.templates",
                        known.getTemplateStack().stream()
                                .map(StackEntry::toString)
                                .collect(Collectors.joining(" > ")));
            }
        }
        return facts;
    }

    /** Apart, so that the classes of SLF4J are asked for only when they are there. */
    private static final class Structured {

        static void log(Level level, String message, Map<String, Object> facts, @Nullable Throwable failure) {
            LoggingEventBuilder event =
                    LoggerFactory.getLogger(FailedPages.class).atLevel(level);
            for (Map.Entry<String, Object> fact : facts.entrySet()) {
                event = event.addKeyValue(fact.getKey(), fact.getValue());
            }
            (failure == null ? event : event.setCause(failure)).log(message);
        }
    }
}
