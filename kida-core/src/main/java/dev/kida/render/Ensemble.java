package dev.kida.render;

import dev.kida.output.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A page and its deferred sections, run in turns on one thread. The page goes first; sections run while it has to wait, and
 * are sent when it has got to the end of its body. Not thread-safe: one step at a time.
 */
final class Ensemble {

    private final RenderContext render;
    private final Machine page;
    private final Output out;
    private boolean pageDone;

    Ensemble(RenderContext render, Machine page, Output out) {
        this.render = render;
        this.page = page;
        this.out = out;
    }

    /** Runs on; throws what the page, or a section without fallback, failed with. */
    Machine.Step step() {
        if (!pageDone) {
            Machine.Step step = page.step();
            pageDone = step == Machine.Step.DONE;
            if (!pageDone && step != Machine.Step.WAIT) {
                return step;
            }
        }
        Sections sections = render.sections();
        if (sections == null || isAlone()) {
            return pageDone ? Machine.Step.DONE : Machine.Step.WAIT;
        }
        if (out.hasReady()) {
            return Machine.Step.FLUSH; // the page is on its way before time is spent on its sections
        }
        boolean moved = sections.advance();
        if (pageDone || page.waitsFor(sections)) {
            moved |= sections.send();
        }
        return moved ? Machine.Step.FLUSH : Machine.Step.WAIT;
    }

    private boolean isAlone() {
        Sections sections = render.sections();
        return sections == null || sections.isReady();
    }

    /** What is waited for at the moment. */
    private List<Machine> waits() {
        List<Machine> waits = new ArrayList<>(1);
        Sections sections = render.sections();
        if (!pageDone && (sections == null || !page.waitsFor(sections))) {
            waits.add(page);
        }
        if (sections != null) {
            sections.running().forEach(section -> waits.add(section.machine()));
        }
        return waits;
    }

    /**
     * Asks for a call of {@code wake}, from any thread, when it may be possible to go on. It is the same for all waits of a
     * render.
     *
     * @return false when it is possible now
     */
    boolean onReady(Runnable wake) {
        if (isAlone()) {
            return page.onReady(wake);
        }
        Sections sections = render.sections();
        if (sections != null && sections.canStart()) {
            return false;
        }
        for (Machine machine : waits()) {
            if (!machine.onReady(wake)) {
                return false;
            }
        }
        return true;
    }

    /** Nanoseconds until the first wait has taken too long; {@code Long.MAX_VALUE} when none ever does. */
    long nanosLeft() {
        if (isAlone()) {
            return page.nanosLeft();
        }
        long left = Long.MAX_VALUE;
        for (Machine machine : waits()) {
            left = Math.min(left, machine.nanosLeft());
        }
        return left;
    }

    /** Ends the waits that have taken too long. */
    void expire() {
        waits().forEach(Machine::expire);
    }

    /** Ends all waits with failures. */
    void fail(Function<Wait, RuntimeException> problem) {
        waits().forEach(machine -> machine.fail(problem));
    }

    /** What is waited for, for messages. */
    String describe() {
        return waits().stream().map(Machine::describe).findFirst().orElse("nothing");
    }
}
