package dev.kida.render;

import dev.kida.output.Output;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a streamed page that come later: some run, side by side on the one thread that runs the render, others
 * wait for their turn. A finished one is sent when the page has got to the end of its body, in the order in which they
 * finish; one inside another not before the other.
 *
 * <p>As a wait, this waits until all have been sent.
 */
final class Sections implements Wait {

    /** More sections than that are not kept for later, but rendered in their places. */
    private static final int MOST = 1000;

    private final Output page;
    private final int limit;
    private final BiFunction<Frame, RenderContext, Machine> machines;
    private final SectionWire wire;
    private final Predicate<AsyncSource> wantedByPage;
    private final Deque<Section> waiting = new ArrayDeque<>();
    private final List<Section> running = new ArrayList<>();
    private final Deque<Section> finished = new ArrayDeque<>();
    private @Nullable SectionNames names;
    private int unsent;

    /**
     * @param page the output of the page
     * @param limit how many run at a time
     * @param machines makes what runs a section
     * @param wantedByPage whether the page waits for a source
     */
    Sections(
            Output page,
            int limit,
            BiFunction<Frame, RenderContext, Machine> machines,
            SectionWire wire,
            Predicate<AsyncSource> wantedByPage) {
        this.page = page;
        this.limit = limit;
        this.machines = machines;
        this.wire = wire;
        this.wantedByPage = wantedByPage;
    }

    // ---- where statements stand -----------------------------------------------------------------------------------

    /** Whether a section that stands here may come later: not inside anything that keeps its output back. */
    boolean accepts(RenderContext site, Output target) {
        Section host = site.host();
        return unsent < MOST && (host == null ? isPage(target) : host.writesTo(target));
    }

    private boolean isPage(Output target) {
        return target == page && target.holds() == 0;
    }

    /** Writes the place of a section and takes it over. */
    void defer(Section section, String loading, Output target) {
        SectionNames own = names;
        if (own == null) {
            own = new SectionNames();
            names = own;
        }
        section.defer(own.next(), page.sibling());
        wire.placeholder(section.name(), loading, target);
        waiting.add(section);
        unsent++;
    }

    /** Whether the page has to stop here, at the end of its body, because sections are to be sent first. */
    boolean stops(RenderContext site, Output target) {
        return unsent > 0 && site.host() == null && isPage(target);
    }

    /** Forgets the sections whose places were in output that has been taken back, and cancels what they have started. */
    void dropNested(Section host) {
        for (Section section : host.nested()) {
            dropNested(section);
            waiting.remove(section);
            running.remove(section);
            finished.remove(section);
            unsent--;
            AsyncSource source = section.abandon();
            if (source != null && !isWanted(source)) {
                host.activation().render.sources().forget(source);
            }
        }
        host.nested().clear();
    }

    /** Whether somebody else waits for a source, or may come to read it. */
    private boolean isWanted(AsyncSource source) {
        return source.isShared()
                || wantedByPage.test(source)
                || running.stream().anyMatch(section -> section.machine().wants(source));
    }

    /** The render is over. Sources and iterators are closed by the render, which knows them all. */
    void close() {
        running.forEach(section -> section.ended(RenderOutcome.CANCELLED, null));
        running.clear();
        waiting.clear();
        finished.clear();
    }

    // ---- running --------------------------------------------------------------------------------------------------

    /** The sections that were started and are not finished. */
    List<Section> running() {
        return running;
    }

    /** Whether there is a section that could be started. */
    boolean canStart() {
        return running.size() < limit && !waiting.isEmpty();
    }

    /** Runs every section that need not wait; false when all have to. Throws what a section without fallback failed with. */
    boolean advance() {
        while (canStart()) {
            Section next = waiting.remove();
            next.start(machines);
            running.add(next);
        }
        boolean moved = false;
        for (Section section : List.copyOf(running)) {
            if (running.contains(section) && !section.machine().isWaiting()) {
                moved = true;
                run(section);
            }
        }
        return moved;
    }

    private void run(Section section) {
        Machine.Step step;
        try {
            do {
                step = section.machine().step();
            } while (step == Machine.Step.FULL || step == Machine.Step.FLUSH);
        } catch (Throwable problem) {
            section.ended(RenderOutcome.of(problem), problem);
            throw Failures.sneaky(problem);
        }
        if (step == Machine.Step.DONE) {
            section.ended(RenderOutcome.SUCCESS, null);
            running.remove(section);
            finished.add(section);
        }
    }

    /** Sends what is finished; false when there is nothing to send. */
    boolean send() {
        boolean any = false;
        for (Section section : List.copyOf(finished)) {
            Section host = section.host();
            if (host == null || host.isSent()) {
                finished.remove(section);
                wire.section(section.name(), section.text(), page);
                section.sent();
                unsent--;
                any = true;
            }
        }
        return any;
    }

    // ---- as a wait ------------------------------------------------------------------------------------------------

    @Override
    public boolean isReady() {
        return unsent == 0;
    }

    @Override
    public boolean onReady(Runnable wake) {
        throw new IllegalStateException("sections are waited for one by one");
    }

    @Override
    public String describe() {
        return "deferred sections";
    }

    @Override
    public void fail(RuntimeException problem) {
        // each section has its own waits, which fail
    }
}
