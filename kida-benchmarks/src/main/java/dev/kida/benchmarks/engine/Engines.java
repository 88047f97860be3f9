package dev.kida.benchmarks.engine;

import java.util.function.Supplier;

/** The engines by the name that the benchmark's parameter has. */
public enum Engines {
    HAND(HandWritten::new),
    HAND_BYTES(HandWrittenBytes::new),
    KIDA(Kida::new),
    JSTACHIO(JStachio::new),
    JTE(Jte::new),
    ROCKER(Rocker::new),
    PEBBLE(Pebble::new),
    FREEMARKER(FreeMarker::new),
    JMUSTACHE(JMustache::new),
    HANDLEBARS(HandlebarsJava::new),
    QUTE(Qute::new),
    THYMELEAF(Thymeleaf::new);

    private final Supplier<PageEngine> constructor;

    Engines(Supplier<PageEngine> constructor) {
        this.constructor = constructor;
    }

    public PageEngine create() {
        return constructor.get();
    }
}
