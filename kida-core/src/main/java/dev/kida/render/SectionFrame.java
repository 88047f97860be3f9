package dev.kida.render;

import dev.kida.output.Output;
import org.jspecify.annotations.Nullable;

/** Runs the slow part of a section, and its fallback if it fails; in its place or into an output of its own. */
final class SectionFrame extends Frame {

    private enum Stage {
        BEGIN,
        BODY,
        FALLBACK
    }

    private final Section section;
    private final Output out;
    private Stage stage = Stage.BEGIN;
    private @Nullable Boundary boundary;

    SectionFrame(Section section, Output out) {
        this.section = section;
        this.out = out;
    }

    @Override
    int run() {
        switch (stage) {
            case BEGIN -> {
                boundary = section.hasFallback() ? Boundary.enter(section.activation(), out) : null;
                return start(section.body(), Stage.BODY);
            }
            case BODY -> {
                return endBody();
            }
            default -> {
                end();
                return DONE;
            }
        }
    }

    private int endBody() {
        Boundary tried = boundary;
        if (tried == null) {
            end();
            return DONE;
        }
        try {
            take();
        } catch (Throwable problem) {
            section.ended(RenderOutcome.of(problem), problem);
            var facts = tried.fail(problem, section.position());
            Sections sections = section.activation().render.sections();
            if (sections != null) {
                sections.dropNested(section); // their places are gone
            }
            return start(section.fallback(facts), Stage.FALLBACK);
        }
        tried.succeed();
        return DONE;
    }

    /** The last part is over; if it failed, what it reads is let go. */
    private void end() {
        try {
            take();
        } catch (Throwable problem) {
            abandon();
            throw Failures.sneaky(problem);
        }
    }

    @Override
    void abandon() {
        section.letGo();
    }

    private int start(Activation unit, Stage next) {
        child = new UnitFrame(unit, out);
        stage = next;
        return SUSPENDED;
    }

    @Override
    @Nullable
    Object complete() {
        return null;
    }
}
