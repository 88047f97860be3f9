package dev.kida.spring.webmvc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Says which views have no template. Other view resolvers are asked for them, and the last one, for JSPs, takes every name
 * and forwards to it, so that what is missing shows as a path that nobody knows.
 *
 * <p>A handler of many paths that gives no view name is even called again by that forward, with a longer path each time,
 * until the stack is full. Here it ends early. Thread-safe.
 */
final class UnknownViews {

    /** Names are told once each, and not for ever: paths come from visitors. */
    private static final int MOST_NAMES = 100;

    /** A view may be a forward to another handler, whose view may be one, too; so many in a row are a loop. */
    private static final int MOST_IN_A_REQUEST = 10;

    private static final String TRIED = UnknownViews.class.getName() + ".TRIED";

    private static final Log logger = LogFactory.getLog(UnknownViews.class);

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * Takes note of a name that other resolvers are going to be asked for.
     *
     * @throws IllegalStateException when the request has led from one such name to the next too often
     */
    void add(String viewName) {
        if (viewName.equals("error") || viewName.startsWith("error/")) {
            return; // Boot asks whether there is one, and has another if not
        }
        if (told.size() < MOST_NAMES && told.add(viewName)) {
            logger.info("There is no template for the view '" + viewName + "'; other view resolvers are asked for it");
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            count(viewName, current.getRequest());
        }
    }

    @SuppressWarnings("unchecked")
    private static void count(String viewName, HttpServletRequest request) {
        List<String> tried = (List<String>) request.getAttribute(TRIED);
        if (tried == null) {
            tried = new ArrayList<>();
            request.setAttribute(TRIED, tried);
        }
        tried.add(viewName);
        if (tried.size() > MOST_IN_A_REQUEST) {
            throw new IllegalStateException("There is no template for the view '" + tried.get(0)
                    + "', and the forward to it led on to '" + tried.get(1)
                    + "' and so on. Does a handler of many paths not say which view it wants?");
        }
    }
}
