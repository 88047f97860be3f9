package dev.kida.spring.webmvc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.render.Chunk;
import jakarta.servlet.ServletOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.DeferredResult;
import reactor.core.publisher.Flux;
import reactor.test.publisher.TestPublisher;

class AsyncPageTest {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final TestPublisher<Chunk> chunks = TestPublisher.create();
    private final DeferredResult<Object> result = new DeferredResult<>();
    private final AsyncPage page = page(response);

    @Test
    void nothingIsWrittenOffTheRequestThreadBeforeThatHasLeft() throws Exception {
        List<Runnable> afterwards = new ArrayList<>();
        chunks.subscribe(page);
        page.renderUntilItWaits();
        page.continueAs(() -> result, afterwards::add);

        chunks.next(last("late"));
        assertThat(tasks).isEmpty();

        afterwards.get(0).run();
        assertThat(tasks).hasSize(1);
    }

    @Test
    void aPageThatNeverWaitsIsWrittenByTheRequestThread() throws Exception {
        Flux.just(chunk("a", false), chunk("b", false), last("c")).subscribe(page);

        assertThat(page.renderUntilItWaits()).isTrue();

        assertThat(response.getContentAsString()).isEqualTo("abc");
        assertThat(tasks).isEmpty();
    }

    @Test
    void aPageOfOneChunkHasALength() throws Exception {
        Flux.just(last("page")).subscribe(page);

        assertThat(page.renderUntilItWaits()).isTrue();

        assertThat(response.getContentLength()).isEqualTo(4);
    }

    @Test
    void whatComesLaterIsWrittenByTheExecutorAndFlushedWhereThePageWaits() throws Exception {
        chunks.subscribe(page);
        assertThat(page.renderUntilItWaits()).isFalse();
        page.continueAs(() -> result, Runnable::run);
        assertThat(tasks).isEmpty();

        chunks.next(chunk("head", true));
        assertThat(response.isCommitted()).isFalse();
        runTasks();
        assertThat(response.isCommitted()).isTrue();
        assertThat(result.hasResult()).isFalse();

        chunks.next(last("tail"));
        runTasks();
        assertThat(response.getContentAsString()).isEqualTo("headtail");
        assertThat(result.hasResult()).isTrue();
        assertThat(result.getResult()).isNull();
    }

    @Test
    void aChunkThatComesWhileTheRequestIsMadeAsynchronousIsNotLost() throws Exception {
        chunks.subscribe(page);
        page.renderUntilItWaits();

        page.continueAs(
                () -> {
                    chunks.next(last("early"));
                    return result;
                },
                Runnable::run);
        runTasks();

        assertThat(response.getContentAsString()).isEqualTo("early");
        assertThat(result.hasResult()).isTrue();
    }

    @Test
    void anErrorBeforeAnythingIsSentIsThrownAsItIs() {
        IllegalStateException failure = new IllegalStateException("broken");
        Flux.<Chunk>error(failure).subscribe(page);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(page::renderUntilItWaits)
                .isSameAs(failure);
    }

    @Test
    void aLaterErrorBeforeAnythingIsSentIsThrownWhenTheRequestResumes() throws Exception {
        IllegalStateException failure = new IllegalStateException("broken");
        chunks.subscribe(page);
        page.renderUntilItWaits();
        page.continueAs(() -> result, Runnable::run);

        chunks.error(failure);
        runTasks();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(this::resume)
                .isSameAs(failure);
    }

    @Test
    void anErrorAfterAPartWasSentCutsOff() throws Exception {
        chunks.subscribe(page);
        page.renderUntilItWaits();
        page.continueAs(() -> result, Runnable::run);

        chunks.next(chunk("head", true)).error(new IllegalStateException("broken"));
        runTasks();

        assertThatExceptionOfType(IOException.class).isThrownBy(this::resume).withMessageContaining("cut off");
        assertThat(response.getContentAsString()).isEqualTo("head");
    }

    @Test
    void aReaderThatIsGoneCancelsThePage() throws Exception {
        AsyncPage abandoned = page(new DisconnectedResponse());
        chunks.subscribe(abandoned);
        abandoned.renderUntilItWaits();
        abandoned.continueAs(() -> result, Runnable::run);

        chunks.next(chunk("head", true));
        runTasks();

        chunks.assertCancelled();
        assertThat(result.hasResult()).isFalse();
    }

    @Test
    void aReaderThatIsGoneOnTheRequestThreadIsAnErrorThere() {
        AsyncPage abandoned = page(new DisconnectedResponse());
        Flux.just(chunk("head", true), last("tail")).subscribe(abandoned);

        assertThatExceptionOfType(EOFException.class).isThrownBy(abandoned::renderUntilItWaits);
    }

    @Test
    void aRequestThatCannotBeMadeAsynchronousCancelsThePage() throws Exception {
        chunks.subscribe(page);
        page.renderUntilItWaits();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> page.continueAs(
                        () -> {
                            throw new IllegalStateException("no async");
                        },
                        Runnable::run));

        chunks.assertCancelled();
    }

    // ---- whatever is thrown ---------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("thrown")
    void whatIsThrownByAResponseEndsTheRequest(Throwable problem) throws Exception {
        AsyncPage broken = page(new BrokenResponse(problem));
        chunks.subscribe(broken);
        broken.renderUntilItWaits();
        broken.continueAs(() -> result, Runnable::run);

        chunks.next(chunk("head", true));
        runTasks();

        chunks.assertCancelled();
        assertThat(result.getResult()).isInstanceOf(FailedPage.class);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whatIsThrownByAResponseOnTheRequestThreadCancelsThePage(Throwable problem) {
        AsyncPage broken = page(new BrokenResponse(problem));
        TestPublisher<Chunk> source = TestPublisher.<Chunk>create();
        source.flux().startWith(chunk("head", true)).subscribe(broken);

        assertThatThrownBy(broken::renderUntilItWaits)
                .satisfies(told -> assertThat(told == problem || told.getCause() == problem)
                        .isTrue());
        source.assertNoSubscribers();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whatIsThrownByTheExecutorEndsTheRequest(Throwable problem) throws Exception {
        MockHttpServletResponse target = new MockHttpServletResponse();
        AsyncPage refused =
                new AsyncPage(new PageWriter(target), failures(target, new PageWriter(target)), task -> sneak(problem));
        chunks.subscribe(refused);
        refused.renderUntilItWaits();
        refused.continueAs(() -> result, Runnable::run);

        chunks.next(chunk("head", true));

        chunks.assertCancelled();
        assertThat(result.getResult()).isInstanceOf(FailedPage.class);
    }

    /** As one does that the container has taken back. */
    @Test
    void aResponseThatDoesNotEvenAnswerDoesNotKeepTheRequest() throws Exception {
        MockHttpServletResponse recycled = new MockHttpServletResponse() {
            @Override
            public boolean isCommitted() {
                throw new IllegalStateException("recycled");
            }
        };
        AsyncPage lost = page(recycled);
        chunks.subscribe(lost);
        lost.renderUntilItWaits();
        lost.continueAs(() -> result, Runnable::run);

        chunks.error(new IllegalStateException("broken"));
        runTasks();

        assertThat(result.getResult()).isInstanceOf(FailedPage.class);
    }

    @Test
    void aRequestThatTheContainerHasEndedIsLeftAlone() throws Exception {
        chunks.subscribe(page);
        page.renderUntilItWaits();
        page.continueAs(() -> result, Runnable::run);
        result.setResultHandler(ended -> {
            throw new IllegalStateException("the request is over");
        });

        chunks.next(last("page"));

        assertThatCode(this::runTasks).doesNotThrowAnyException();
    }

    static Stream<Throwable> thrown() {
        return Stream.of(
                new IllegalStateException("broken"),
                new RejectedExecutionException("broken"),
                new AssertionError("broken"),
                new NoClassDefFoundError("broken"),
                new StackOverflowError("broken"),
                new OutOfMemoryError("broken"));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneak(Throwable problem) throws T {
        throw (T) problem;
    }

    private static final class BrokenResponse extends MockHttpServletResponse {

        private final Throwable problem;

        BrokenResponse(Throwable problem) {
            this.problem = problem;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            AsyncPageTest.<RuntimeException>sneak(problem);
            return super.getOutputStream();
        }
    }

    private static PageFailures failures(MockHttpServletResponse target, PageFailures.Sink sink) {
        return new PageFailures("view", new MockHttpServletRequest("GET", "/page"), target, sink);
    }

    private void resume() throws Exception {
        ((FailedPage) result.getResult()).render(null, new MockHttpServletRequest(), response);
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private AsyncPage page(MockHttpServletResponse target) {
        PageWriter writer = new PageWriter(target);
        return new AsyncPage(writer, failures(target, writer), tasks::add);
    }

    private static Chunk chunk(String text, boolean flush) {
        return new Chunk(text.getBytes(UTF_8), flush, false);
    }

    private static Chunk last(String text) {
        return new Chunk(text.getBytes(UTF_8), false, true);
    }

    private static final class DisconnectedResponse extends MockHttpServletResponse {

        @Override
        public ServletOutputStream getOutputStream() {
            return new DelegatingServletOutputStream(OutputStream.nullOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    throw new AsyncRequestNotUsableException("wrapped", new EOFException("reset by peer"));
                }
            };
        }
    }
}
