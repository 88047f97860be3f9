package dev.kida.render;

import dev.kida.error.CoercionWarning;
import dev.kida.error.TemplateWarning;
import dev.kida.error.WarningListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells the listener of an engine what looks wrong; warnings of renders once for each place. Thread-safe. */
public final class Warnings {

    /** Places that are remembered; an engine that meets more, such as one of inline templates, forgets them all. */
    private static final int MOST_PLACES = 10_000;

    private record Place(String template, int line, String filter) {}

    private final WarningListener listener;
    private final Set<Place> told = ConcurrentHashMap.newKeySet();

    public Warnings(WarningListener listener) {
        this.listener = listener;
    }

    /** A warning about a template that was compiled. */
    public void compiled(TemplateWarning warning) {
        tell(each -> each.onTemplate(warning));
    }

    /** A filter went on with a substitute. */
    void coerced(String template, int line, String filter, String message) {
        if (told.size() >= MOST_PLACES) {
            told.clear();
        }
        if (told.add(new Place(template, line, filter))) {
            tell(each -> each.onCoercion(new CoercionWarning(template, line, filter, message)));
        }
    }

    private void tell(Consumer<WarningListener> message) {
        try {
            message.accept(listener);
        } catch (Throwable failed) { // an Error of theirs must not stop anybody's page either
            Safely.log(Safely.LISTENERS, System.Logger.Level.WARNING, "A warning listener", failed);
        }
    }
}
