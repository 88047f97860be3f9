package dev.kida.spring;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Reports pages that cannot be finished. Once a part of a page is on its way there is no status and no error page left to
 * tell the client: the transfer is cut off, and this is the only place where the reason is found.
 */
public final class FailedPages {

    private static final Log logger = LogFactory.getLog(FailedPages.class);

    private FailedPages() {}

    /** Logs a page that failed after its first part was sent. */
    public static void cutOff(String view, String request, Throwable failure) {
        logger.error(
                "View '" + view + "' failed for " + request + " after a part of the page was sent; cutting off",
                failure);
    }

    /** Logs a page whose reader went away. */
    public static void abandoned(String view, String request, Throwable cause) {
        if (logger.isDebugEnabled()) {
            logger.debug("View '" + view + "' for " + request + " abandoned by the client: " + cause);
        }
    }
}
