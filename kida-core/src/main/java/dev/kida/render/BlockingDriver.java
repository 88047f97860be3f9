package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.output.Output;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Drives a render on the thread that called, which blocks while a source has no value; meant for virtual threads. */
final class BlockingDriver {

    private final Run run;
    private final Output out;
    private final Ensemble ensemble;

    BlockingDriver(Run run, Output out) {
        this.run = run;
        this.out = out;
        this.ensemble = run.ensemble(out, run.render().options().blockOnAsync());
    }

    void run() {
        boolean mayWait = run.render().options().blockOnAsync() != null;
        while (true) {
            switch (ensemble.step()) {
                case DONE -> {
                    return;
                }
                case FULL -> {
                    // the output drains itself when it is full
                }
                case FLUSH -> out.flush();
                case WAIT -> {
                    if (mayWait) {
                        out.flush();
                    }
                    await(ensemble, run.render());
                }
            }
        }
    }

    /** Blocks until a wait is over; a wait that may not block, or takes too long, fails. */
    static void await(Ensemble ensemble, RenderContext render) {
        if (render.options().blockOnAsync() == null) {
            ensemble.fail(BlockingDriver::refusal);
            return;
        }
        CountDownLatch ready = new CountDownLatch(1);
        if (!ensemble.onReady(ready::countDown)) {
            return;
        }
        long nanos = ensemble.nanosLeft();
        RenderClock.Task timer = nanos == Long.MAX_VALUE
                ? null
                : render.settings().clock().schedule(ready::countDown, Duration.ofNanos(Math.max(0, nanos)));
        try {
            ready.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TemplateRuntimeException(
                    ErrorCode.K_RUN_007, "Interrupted while waiting for " + ensemble.describe(), interrupted, null);
        } finally {
            if (timer != null) {
                timer.cancel();
            }
        }
        ensemble.expire();
    }

    private static TemplateRuntimeException refusal(Wait wait) {
        return new TemplateRuntimeException(
                ErrorCode.K_RUN_007,
                "A synchronous render reached " + wait.describe() + ", which is not complete",
                null,
                "Use renderStreamAsync() or renderAsync(), or allow the render to block");
    }
}
