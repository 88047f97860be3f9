package dev.kida.stream;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Arms BlockHound wherever a published page is advanced, whatever thread a test does it on; by itself it watches the
 * threads of Reactor only. It is installed for all tests of the module.
 */
public final class NonBlockingDrains implements BlockHoundIntegration {

    private static final String DRAIN = "dev.kida.render.StreamSubscription";
    private static final String TIMER = "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue";
    private static final String TCK = "org.reactivestreams.tck.TestEnvironment$";
    private static final StackWalker STACK = StackWalker.getInstance();

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside(
                TIMER, "remove"); // a lock that is held for a moment, as Reactor's own timers do
        builder.allowBlockingCallsInside(
                "com.github.benmanes.caffeine.cache.BoundedLocalCache",
                "put"); // spins while another thread takes an entry out that it meets
        // The subscribers of the TCK hand signals to its thread under a lock. An error there would be swallowed as
        // theirs, and
        // the TCK would wait in vain.
        builder.allowBlockingCallsInside(TCK + "Receptacle", "add");
        builder.allowBlockingCallsInside(TCK + "Receptacle", "complete");
        builder.allowBlockingCallsInside(TCK + "Promise", "completeImmediatly");
        builder.addDynamicThreadPredicate(thread -> true);
        builder.nonBlockingThreadPredicate(others -> others.or(thread -> isDraining()));
    }

    /** Asked when something is about to block: whether that happens below a drain. */
    private static boolean isDraining() {
        return STACK.walk(frames -> frames.anyMatch(frame ->
                frame.getClassName().equals(DRAIN) && frame.getMethodName().equals("work")));
    }
}
