package dev.kida.spring.observation;

import dev.kida.CacheInfo;
import dev.kida.KidaEngine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;

/** How the cache of compiled templates is used. */
public final class TemplateCacheMeters implements MeterBinder {

    private final Supplier<KidaEngine> engine;

    /**
     * Watches the cache of an engine, which is asked for when the meters are read. Registries hold this weakly: who binds it
     * keeps it, as the application context keeps a bean.
     */
    public TemplateCacheMeters(Supplier<KidaEngine> engine) {
        this.engine = engine;
    }

    private CacheInfo info() {
        return engine.get().cacheInfo();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        FunctionCounter.builder(
                        "kida.templates.gets", this, known -> known.info().hits())
                .description("Lookups of compiled templates")
                .tag("result", "hit")
                .register(meters);
        FunctionCounter.builder(
                        "kida.templates.gets", this, known -> known.info().misses())
                .description("Lookups of compiled templates")
                .tag("result", "miss")
                .register(meters);
        Gauge.builder("kida.templates.size", this, known -> known.info().size())
                .description("Compiled templates in memory")
                .register(meters);
    }
}
