package dev.kida.spring.webmvc;

import dev.kida.render.Chunk;
import dev.kida.spring.PageParts;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Drains a page into a response, one chunk at a time: the next one is asked for when the one before has been written, so a
 * slow client slows the page down and its sources with it.
 *
 * <p>The request thread drains until the page has to wait, or is long. From then on each signal of the page, on whatever
 * thread it comes, schedules a drain on the executor. One drain runs at a time. Off the request thread nothing blocks, if the
 * response allows it: a drain that finds it full ends without giving the page up, so that nobody else drains, and the
 * container takes it over when there is room.
 *
 * <p>The first write off the request thread is made when the container says so as well, and when it has seen its call return if
 * it calls within this class's own. For Tomcat that matters: it loses a request whose client is found to be gone by somebody
 * else just before the thread of the request, or the one that called, is back.
 */
final class AsyncPage implements Subscriber<Chunk> {

    private enum Progress {
        /** Everything that has come is written. */
        WRITTEN,
        /** The response is full; nothing may be touched any more. */
        FULL,
        /** The page is over. */
        ENDED
    }

    private final PageWriter writer;
    private final PageFailures failures;
    private final Executor executor;

    /** Counts signals that no drain has seen. It starts at one: the request thread is the first that drains. */
    private final AtomicInteger signals = new AtomicInteger(1);

    /** The count when the request thread found nothing more to do. */
    private int seenOnRequestThread;

    // Of the drain, whichever thread it is on.
    private boolean demandDue = true;
    private boolean askedToListen;
    private boolean lastTaken;

    private final Room room = new Room();
    private final AtomicBoolean abandoned = new AtomicBoolean();
    private volatile @Nullable Chunk chunk;
    private volatile @Nullable Throwable failure;
    private volatile boolean completed;
    private volatile boolean ended;
    private volatile @Nullable Subscription subscription;
    private volatile @Nullable DeferredResult<Object> result;

    AsyncPage(PageWriter writer, PageFailures failures, Executor executor) {
        this.writer = writer;
        this.failures = failures;
        this.executor = executor;
    }

    /**
     * Drains on the request thread.
     *
     * @return whether that was the whole page; otherwise {@link #continueAs} has to follow
     */
    boolean renderUntilItWaits() throws Exception {
        try {
            do {
                seenOnRequestThread = signals.get();
                if (drainWhatIsThere() == Progress.ENDED) {
                    return true;
                }
            } while (signals.get() != seenOnRequestThread);
            return false;
        } catch (IOException ex) {
            cancel();
            failures.abandoned(ex);
            throw asTheContainerThrewIt(ex);
        } catch (PageFailedException ex) {
            throw ex.reason;
        } catch (Throwable ex) { // of the response, of what a filter has put around it, or of the JVM
            cancel();
            throw failures.toThrow(ex);
        }
    }

    /**
     * Gives the request thread back: the rest is drained without it and ends the asynchronous request.
     *
     * @param asyncStart makes the request asynchronous
     * @param handBack calls its argument when the request thread has left the filters
     */
    void continueAs(Callable<DeferredResult<Object>> asyncStart, Consumer<Runnable> handBack) throws Exception {
        DeferredResult<Object> started;
        try {
            started = asyncStart.call();
        } catch (Throwable ex) {
            cancel();
            throw ex;
        }
        started.onTimeout(() -> end(new AsyncRequestTimeoutException()));
        started.onError(ex -> cancel());
        started.onCompletion(this::cancel);
        result = started;
        boolean due = demandDue;
        handBack.accept(() -> {
            if (signals.addAndGet(-seenOnRequestThread) != 0) {
                scheduleDrain();
            } else if (due) {
                signal();
            }
        });
    }

    // ---- what the page says ---------------------------------------------------------------------------------

    @Override
    public void onSubscribe(Subscription s) {
        subscription = s;
    }

    @Override
    public void onNext(Chunk next) {
        chunk = next;
        signal();
    }

    @Override
    public void onError(Throwable ex) {
        failure = ex;
        signal();
    }

    @Override
    public void onComplete() {
        completed = true;
        signal();
    }

    /** Containers know their own exception for a client that is gone and keep it out of the error log. */
    private static IOException asTheContainerThrewIt(IOException ex) {
        return ex instanceof AsyncRequestNotUsableException && ex.getCause() instanceof IOException cause ? cause : ex;
    }

    private void signal() {
        if (signals.getAndIncrement() == 0) {
            scheduleDrain();
        }
    }

    // ---- the drain ------------------------------------------------------------------------------------------

    private void scheduleDrain() {
        try {
            executor.execute(this::drain);
        } catch (Throwable ex) { // it is shut down, its queue is full, or no thread can be had
            end(ex);
        }
    }

    private void drain() {
        int seen;
        do {
            seen = signals.get();
            try {
                switch (drainWhatIsThere()) {
                    case FULL -> {
                        return;
                    }
                    case ENDED -> {
                        finish(null);
                        return;
                    }
                    case WRITTEN -> {}
                }
            } catch (IOException ex) {
                abandon(ex);
                return;
            } catch (PageFailedException ex) {
                finish(new FailedPage(ex.reason));
                return;
            } catch (Throwable ex) {
                end(ex);
                return;
            }
        } while (signals.addAndGet(-seen) != 0);
    }

    /**
     * Writes the chunks that have come. How the page ended is read before them: it may end while they are written, and
     * with a chunk that this drain has not seen.
     */
    private Progress drainWhatIsThere() throws IOException, PageFailedException {
        Throwable failed = failure;
        boolean noMore = completed;
        while (!ended) {
            if (!writeWhatWasTaken()) {
                return Progress.FULL;
            }
            if (lastTaken) {
                ended = true;
                return Progress.ENDED;
            }
            if (!takeNext()) {
                if (failed != null) {
                    ended = true;
                    throw new PageFailedException(failures.toThrow(failed));
                }
                if (!noMore) {
                    return Progress.WRITTEN;
                }
                writer.takeRest();
                lastTaken = true;
            }
        }
        return Progress.WRITTEN;
    }

    private boolean writeWhatWasTaken() throws IOException {
        if (isOffRequestThread() && !askedToListen && writer.hasMore()) {
            askedToListen = true;
            if (!room.open() || ended) {
                return false; // to be written when the container calls, which it may have done already
            }
        }
        return writer.proceed();
    }

    /** Takes the chunk that is there, or asks for one; whether there is one now. */
    private boolean takeNext() {
        if (chunk == null && demandDue && !isTimeToLeave()) {
            demandDue = false;
            subscription().request(1);
        }
        Chunk next = chunk;
        if (next == null) {
            return false;
        }
        chunk = null;
        lastTaken = next.last();
        demandDue = !lastTaken;
        writer.take(next);
        return true;
    }

    /** Whether so much was written on the request thread that the client might make it block. */
    private boolean isTimeToLeave() {
        return !isOffRequestThread() && writer.sent() >= PageParts.GATHERED && writer.canListen();
    }

    private boolean isOffRequestThread() {
        return result != null;
    }

    // ---- the end --------------------------------------------------------------------------------------------

    private void abandon(Throwable ex) {
        cancel();
        if (abandoned.compareAndSet(false, true)) {
            failures.abandoned(ex);
            if (!failures.containerEndsAbandoned()) {
                finish(null);
            }
        }
    }

    /** Ends a page from outside of its drain. */
    private void end(Throwable reason) {
        cancel();
        finish(new FailedPage(exception(reason)));
    }

    /** Whatever happens, the request has to end. */
    private Exception exception(Throwable reason) {
        try {
            return failures.toThrow(reason);
        } catch (Throwable worse) { // the container has taken the response back already
            return new IllegalStateException(reason);
        }
    }

    private void finish(@Nullable FailedPage failed) {
        try {
            Objects.requireNonNull(result).setResult(failed);
        } catch (RuntimeException over) { // the container has ended the request by itself, and says so
            failures.abandoned(over);
        }
    }

    private void cancel() {
        ended = true;
        subscription().cancel();
    }

    private Subscription subscription() {
        return Objects.requireNonNull(subscription, "publisher has not called onSubscribe");
    }

    /** What the container tells of the response. It calls on a thread of its own, which may go on with the render. */
    private final class Room implements WriteListener {

        /** The thread that begins to listen; Tomcat calls on the same one, before that returns. */
        private @Nullable Thread asking;

        private boolean calledAtOnce;

        /** Begins to listen; whether the caller goes on, because there is room already or nobody will tell of it. */
        boolean open() throws IOException {
            asking = Thread.currentThread();
            try {
                return !writer.listen(this) || calledAtOnce;
            } finally {
                asking = null;
            }
        }

        @Override
        public void onWritePossible() {
            if (Thread.currentThread() == asking) {
                calledAtOnce = true;
            } else if (!ended) {
                drain();
            }
        }

        @Override
        public void onError(@Nullable Throwable ex) {
            if (!ended) {
                abandon(ex == null ? new IOException("the client is gone") : ex);
            }
        }
    }

    /** Carries what is to be thrown for a page that failed; never leaves this class. */
    private static final class PageFailedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Exception reason;

        PageFailedException(Exception reason) {
            super(null, reason, false, false);
            this.reason = reason;
        }
    }
}
