package dev.kida.spring.actuate;

import dev.kida.error.TemplateException;
import dev.kida.render.Compilation;
import dev.kida.render.RenderListener;
import dev.kida.render.RenderStart;
import dev.kida.render.RenderWatch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the last templates that could not be compiled: where and by which code; messages quote the source. Thread-safe. */
public final class CompileFailures implements RenderListener {

    private static final int KEPT = 20;

    /**
     * One failure.
     *
     * @param template the name of the template
     * @param line the line, 0 when it is not known
     * @param code the code of the error, null for one of no template
     * @param time when it was found
     */
    public record CompileFailure(
            String template, int line, @Nullable String code, Instant time) {}

    private final Clock clock;
    private final Map<String, CompileFailure> last = new LinkedHashMap<>();

    /** Takes the time from this clock. */
    public CompileFailures(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable RenderWatch onStart(RenderStart start) {
        return null;
    }

    @Override
    public void onCompile(Compilation compilation) {
        String template = compilation.template();
        if (template == null) {
            return;
        }
        // Held for one operation on a small map, after a compilation that took far longer.
        synchronized (last) {
            last.remove(template);
            if (compilation.failure() != null) {
                last.put(template, failure(template, compilation.failure()));
            }
            if (last.size() > KEPT) {
                last.remove(last.keySet().iterator().next());
            }
        }
    }

    private CompileFailure failure(String template, Throwable failure) {
        return failure instanceof TemplateException known
                ? new CompileFailure(template, known.getLine(), known.getCode().code(), clock.instant())
                : new CompileFailure(template, 0, null, clock.instant());
    }

    /** The failures that have not been put right, oldest first. */
    public List<CompileFailure> list() {
        synchronized (last) {
            return new ArrayList<>(last.values());
        }
    }
}
