package dev.kida.spring.webmvc;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tells whether a response can be believed when it says that it takes more without blocking. Wrappers of filters often have a
 * stream of their own that ignores who listens to it, as was usual before Servlet 3.1; a page that listens there would wait
 * for ever. Believed are wrappers that leave the stream as it is, and those of Spring, which pass the question on.
 */
final class Readiness {

    private static final ClassValue<Boolean> BELIEVED = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return isBelieved(type);
        }
    };

    private Readiness() {}

    static boolean isTold(HttpServletResponse response) {
        ServletResponse next = response;
        while (next instanceof ServletResponseWrapper wrapper) {
            if (!BELIEVED.get(wrapper.getClass())) {
                return false;
            }
            next = wrapper.getResponse();
        }
        return true;
    }

    private static boolean isBelieved(Class<?> wrapper) {
        if (ContentCachingResponseWrapper.class.isAssignableFrom(wrapper)) {
            return false; // collects, and sends later what it has without asking
        }
        try {
            String overriding =
                    wrapper.getMethod("getOutputStream").getDeclaringClass().getName();
            return overriding.startsWith("jakarta.servlet.") || overriding.startsWith("org.springframework.");
        } catch (NoSuchMethodException withoutMetadata) { // in a native image
            return false;
        }
    }
}
