package dev.kida.render;

import dev.kida.output.Output;
import org.jspecify.annotations.Nullable;

/** Writes the place of a deferred section: what is shown until it comes. */
final class PlaceholderFrame extends Frame {

    private final Section section;
    private final Sections sections;
    private final Output out;
    private @Nullable Output loading;

    PlaceholderFrame(Section section, Sections sections, Output out) {
        this.section = section;
        this.sections = sections;
        this.out = out;
    }

    @Override
    int run() {
        if (loading == null) {
            Activation meanwhile = section.loading();
            loading = section.activation().render.text();
            if (meanwhile != null) {
                child = new UnitFrame(meanwhile, loading);
                return SUSPENDED;
            }
        }
        take();
        sections.defer(section, loading.string(), out);
        return DONE;
    }

    @Override
    @Nullable
    Object complete() {
        return null;
    }
}
