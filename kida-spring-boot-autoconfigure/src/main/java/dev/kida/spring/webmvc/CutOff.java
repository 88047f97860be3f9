package dev.kida.spring.webmvc;

import java.io.EOFException;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.util.ClassUtils;

/**
 * What a view throws to have a response cut off that is under way. For other exceptions, Tomcat would append the error page
 * to what has been sent; when the connection is said to be gone it closes it, which is what tells the client that the page
 * is not complete.
 */
final class CutOff {

    private static final boolean TOMCAT =
            ClassUtils.isPresent("org.apache.catalina.connector.ClientAbortException", CutOff.class.getClassLoader());

    private CutOff() {}

    static IOException exception(String view) {
        String message = "View '" + view + "' cut off, see the log entry before";
        return TOMCAT ? Tomcat.exception(message) : new EOFException(message);
    }

    /** Apart, so that the class of Tomcat is asked for only when it is there. */
    private static final class Tomcat {

        static IOException exception(String message) {
            return new ClientAbortException(message);
        }
    }
}
