package dev.kida.benchmarks.model;

import java.util.Locale;
import java.util.function.Supplier;

/** The pages that are compared. */
public enum Page {
    /** Two values. */
    TINY(SampleData::tiny),
    /** A table of twenty rows with conditions and numbers. */
    STOCKS(SampleData::stocks),
    /** A layout, includes, about a hundred values. */
    MEDIUM(SampleData::medium),
    /** A table of a thousand rows. */
    LARGE(SampleData::large),
    /** Five levels of inheritance, with components. */
    DEEP(SampleData::deep);

    private final Supplier<Model<?>> model;

    Page(Supplier<Model<?>> model) {
        this.model = model;
    }

    /** The data of the page, made anew. */
    public Model<?> model() {
        return model.get();
    }

    /** What the templates of the page are called, without their suffix. */
    public String template() {
        return name().toLowerCase(Locale.ROOT);
    }
}
