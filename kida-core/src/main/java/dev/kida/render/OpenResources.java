package dev.kida.render;

import java.util.ArrayList;
import java.util.List;

/** What a render has opened and must close when it ends, unless that happens before: iterators and streams of loops. */
final class OpenResources {

    private final List<AutoCloseable> open = new ArrayList<>();

    void opened(AutoCloseable resource) {
        open.add(resource);
    }

    /** It is closed, or about to be; false when it was before. */
    boolean closed(AutoCloseable resource) {
        return open.remove(resource);
    }

    /** Closes all that is left; what goes wrong is logged. */
    void close() {
        List<AutoCloseable> left = List.copyOf(open);
        open.clear();
        for (AutoCloseable resource : left) {
            Safely.run(System.Logger.Level.DEBUG, "Closing an iterator", resource::close);
        }
    }
}
