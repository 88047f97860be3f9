package dev.kida.spring.webmvc;

import dev.kida.render.Chunk;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
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
 * <p>The request thread drains until the page has to wait. From then on each signal of the page, on whatever thread it
 * comes, schedules a drain on the executor, because writing to a servlet response may block. One drain runs at a time.
 */
final class AsyncPage implements Subscriber<Chunk> {

    private final PageWriter writer;
    private final PageFailures failures;
    private final Executor executor;

    /** Counts signals that no drain has seen. It starts at one: the request thread is the first that drains. */
    private final AtomicInteger signals = new AtomicInteger(1);

    /** The count when the request thread found nothing more to do. */
    private int seenOnRequestThread;

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
            subscription().request(1);
            do {
                seenOnRequestThread = signals.get();
                if (drainWhatIsThere()) {
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
     * Gives the request thread back: the rest is drained by the executor and ends the asynchronous request.
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
        handBack.accept(() -> {
            if (signals.addAndGet(-seenOnRequestThread) != 0) {
                scheduleDrain();
            }
        });
    }

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
                if (drainWhatIsThere()) {
                    finish(null);
                    return;
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

    private void abandon(IOException ex) {
        cancel();
        failures.abandoned(ex);
        if (!failures.containerEndsAbandoned()) {
            finish(null);
        }
    }

    /**
     * Writes the chunks that have come. How the page ended is read before them: it may end while they are written, and
     * with a chunk that this drain has not seen.
     *
     * @return whether the page is at its end
     */
    private boolean drainWhatIsThere() throws IOException, PageFailedException {
        Throwable failed = failure;
        boolean noMore = completed;
        for (Chunk next = chunk; next != null && !ended; next = chunk) {
            chunk = null;
            writer.write(next);
            if (next.last()) {
                ended = true;
                return true;
            }
            subscription().request(1);
        }
        if (failed != null && !ended) {
            ended = true;
            throw new PageFailedException(failures.toThrow(failed));
        }
        if (noMore && !ended) {
            ended = true;
            writer.finish();
        }
        return noMore;
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
