package dev.kida.spring;

import dev.kida.error.TemplateException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.util.ClassUtils;

/**
 * Reports pages that cannot be finished. Once a part of a page is on its way there is no status and no error page left to
 * tell the client: the transfer is cut off, and this is the only place where the reason is found.
 */
public final class FailedPages {

    private static final Log logger = LogFactory.getLog(FailedPages.class);

    private static final boolean SLF4J =
            ClassUtils.isPresent("org.slf4j.spi.LoggingEventBuilder", FailedPages.class.getClassLoader());

    private FailedPages() {}

    /** Logs a page that failed after its first part was sent. */
    public static void cutOff(String view, String request, Throwable failure) {
        String message =
                "View '" + view + "' failed for " + request + " after a part of the page was sent; cutting off";
        if (SLF4J) {
            Structured.error(message, view, request, failure);
        } else {
            logger.error(message, failure);
        }
    }

    /** Logs a page whose reader went away. */
    public static void abandoned(String view, String request, Throwable cause) {
        if (logger.isDebugEnabled()) {
            logger.debug("View '" + view + "' for " + request + " abandoned by the client: " + cause);
        }
    }

    /** Apart, so that SLF4J is asked for only when it is there. The same line, with its facts as key-value pairs. */
    private static final class Structured {

        private static final Logger LOGGER = LoggerFactory.getLogger(FailedPages.class);

        static void error(String message, String view, String request, Throwable failure) {
            LoggingEventBuilder line = LOGGER.atError()
                    .setCause(failure)
                    .addKeyValue("kida.view", view)
                    .addKeyValue("kida.request", request);
            if (failure instanceof TemplateException template) {
                line = line.addKeyValue("kida.code", template.getCode().code())
                        .addKeyValue("kida.template", template.getTemplateName())
                        .addKeyValue("kida.line", template.getLine());
            }
            line.log(message);
        }
    }
}
