package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.output.Output;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Drives a render on the thread that called, which blocks while a source has no value; meant for virtual threads. */
final class BlockingDriver {

    private final Run run;
    private final Output out;
    private final Machine machine;
    private final @Nullable Duration patience;

    BlockingDriver(Run run, Output out) {
        this.run = run;
        this.out = out;
        this.machine = run.machine(out);
        this.patience = run.render().options().blockOnAsync();
    }

    void run() {
        while (true) {
            switch (machine.step()) {
                case DONE -> {
                    return;
                }
                case FULL -> {
                    // the output drains itself when it is full
                }
                case FLUSH -> out.flush();
                case WAIT -> {
                    if (patience != null) {
                        out.flush();
                    }
                    await(machine.waiting(), run.render(), patience);
                }
            }
        }
    }

    /** Blocks until the wait is over; a wait that may not block, or takes too long, fails. */
    static void await(Wait wait, RenderContext render, @Nullable Duration patience) {
        if (patience == null) {
            wait.fail(new TemplateRuntimeException(
                    ErrorCode.K_RUN_007,
                    "A synchronous render reached " + wait.describe() + ", which is not complete",
                    null,
                    "Use renderStreamAsync() or renderAsync(), or allow the render to block"));
            return;
        }
        CountDownLatch ready = new CountDownLatch(1);
        if (!wait.onReady(ready::countDown)) {
            return;
        }
        long nanos = Timeouts.nanos(patience, render);
        try {
            if (!ready.await(nanos, TimeUnit.NANOSECONDS)) {
                wait.fail(Timeouts.expired(wait, nanos));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TemplateRuntimeException(
                    ErrorCode.K_RUN_007, "Interrupted while waiting for " + wait.describe(), interrupted, null);
        }
    }
}
