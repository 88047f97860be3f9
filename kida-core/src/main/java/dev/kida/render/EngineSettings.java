package dev.kida.render;

import dev.kida.value.SandboxPolicy;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configuration of an engine as far as renders need it. Immutable. */
public record EngineSettings(
        boolean strictUndefined,
        boolean autoAwait,
        boolean eagerSubscribe,
        int chunkSize,
        int prefetch,
        @Nullable Duration asyncTimeout,
        OutOfOrder outOfOrder,
        int maxSections,
        String onStreamError,
        int maxIncludeDepth,
        int maxExtendsDepth,
        int maxCallDepth,
        Limits limits,
        @Nullable SandboxPolicy sandbox,
        @Nullable Duration fragmentTtl,
        FragmentCache fragments,
        Translations translations,
        List<AsyncAdapter> adapters,
        List<RenderListener> listeners,
        Warnings warnings,
        List<StepScope> steps,
        Map<String, String> aliases,
        Locale locale,
        @Nullable ZoneId ownZone,
        RenderClock clock) {

    /** The time zone of dates. The system's is asked for here, since finding out takes long enough to delay a first page. */
    public ZoneId zone() {
        return ownZone == null ? ZoneId.systemDefault() : ownZone;
    }

    /** Whether templates have to be compiled with checks of what they reach, or of the size of what they make. */
    public boolean checked() {
        return sandbox != null || limits.boundsSizes();
    }
}
