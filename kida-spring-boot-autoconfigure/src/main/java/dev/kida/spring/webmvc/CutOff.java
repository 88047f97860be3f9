package dev.kida.spring.webmvc;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.eclipse.jetty.io.EofException;
import org.springframework.util.ClassUtils;

/**
 * What a view throws to have a response cut off that is under way. For other exceptions, Tomcat would append the error page
 * to what has been sent, and Jetty would log them once more; when the connection is said to be gone they close it, which is
 * what tells the client that the page is not complete.
 */
final class CutOff {

    private static final boolean TOMCAT =
            ClassUtils.isPresent("org.apache.catalina.connector.ClientAbortException", CutOff.class.getClassLoader());

    private static final boolean JETTY =
            ClassUtils.isPresent("org.eclipse.jetty.io.EofException", CutOff.class.getClassLoader());

    private CutOff() {}

    /** Whether the response is one of Jetty's. */
    static boolean isJetty(HttpServletResponse response) {
        return JETTY && server(response).startsWith("org.eclipse.jetty.");
    }

    static IOException exception(String view, HttpServletResponse response) {
        String message = "View '" + view + "' cut off, see the log entry before";
        String server = server(response);
        if (TOMCAT && server.startsWith("org.apache.catalina.")) {
            return Tomcat.exception(message);
        }
        return isJetty(response) ? Jetty.exception(message) : new EOFException(message);
    }

    /** The class of the response that the container made. */
    private static String server(HttpServletResponse response) {
        ServletResponse container = response;
        while (container instanceof ServletResponseWrapper wrapper) {
            container = wrapper.getResponse();
        }
        return container.getClass().getName();
    }

    /** Apart, so that the class of Tomcat is asked for only when it is there. */
    private static final class Tomcat {

        static IOException exception(String message) {
            return new ClientAbortException(message);
        }
    }

    private static final class Jetty {

        static IOException exception(String message) {
            return new EofException(message);
        }
    }
}
