package dev.kida.spring.webmvc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kida.render.Chunk;
import dev.kida.spring.PageParts;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.async.DeferredResult;
import reactor.core.publisher.Flux;
import reactor.test.publisher.TestPublisher;

/** Pages in responses that say when there is room. */
class AsyncPageRoomTest {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final ListeningResponse response = new ListeningResponse();
    private final TestPublisher<Chunk> chunks = TestPublisher.create();
    private final DeferredResult<Object> result = new DeferredResult<>();
    private final PageWriter writer = new PageWriter(response);
    private final AsyncPage page = new AsyncPage(
            writer, new PageFailures("view", new MockHttpServletRequest("GET", "/page"), response, writer), tasks::add);

    @Test
    void nothingIsWrittenBeforeTheContainerSaysSo() throws Exception {
        leaveRequestThread();
        chunks.next(chunk("head", true));
        runTasks();
        assertThat(response.isListenedTo()).isTrue();
        assertThat(response.written()).isEmpty();

        response.makeRoom(2);
        assertThat(response.written()).containsExactly("head", "flush");
    }

    @Test
    void aContainerThatCallsAtOnceSeesItsCallReturnBeforeAnythingIsWritten() throws Exception {
        response.callAtOnce();
        leaveRequestThread();
        chunks.next(chunk("head", true));
        response.makeRoom(2);
        runTasks();

        assertThat(response.written()).containsExactly("called", "head", "flush");
    }

    @Test
    void aFullResponseHoldsNoThreadAndStopsThePage() throws Exception {
        leaveRequestThread();
        chunks.next(chunk("a", true));
        runTasks();
        chunks.assertMinRequested(0);
        response.makeRoom(1);
        assertThat(response.written()).containsExactly("a");
        chunks.assertMaxRequested(1);

        response.makeRoom(1);
        assertThat(response.written()).containsExactly("a", "flush");
        chunks.assertMinRequested(1);
        assertThat(tasks).isEmpty();
    }

    @Test
    void signalsOfThePageWaitForRoom() throws Exception {
        leaveRequestThread();
        chunks.next(chunk("a", true));
        runTasks();
        response.makeRoom(1);

        chunks.error(new IllegalStateException("broken"));
        assertThat(tasks).isEmpty();
        assertThat(result.hasResult()).isFalse();

        response.makeRoom(1);
        assertThat(response.written()).containsExactly("a", "flush");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () -> ((FailedPage) result.getResult()).render(null, new MockHttpServletRequest(), response))
                .withMessageContaining("cut off");
    }

    @Test
    void aPageEndsWhenItIsWithTheContainer() throws Exception {
        leaveRequestThread();
        chunks.next(chunk("a", true));
        runTasks();
        response.makeRoom(3);
        chunks.next(last("b"));
        runTasks();
        assertThat(response.written()).containsExactly("a", "flush", "b");
        assertThat(result.hasResult()).isFalse();

        response.makeRoom(1);
        assertThat(response.written()).containsExactly("a", "flush", "b", "flush");
        assertThat(result.hasResult()).isFalse();

        response.makeRoom(1);
        assertThat(result.getResult()).isNull();
        assertThat(result.hasResult()).isTrue();
    }

    @Test
    void aReaderThatIsGoneCancelsThePage() throws Exception {
        leaveRequestThread();
        chunks.next(chunk("a", true));
        runTasks();

        response.fail(new IOException("reset by peer"));
        chunks.assertCancelled();

        response.makeRoom(9);
        assertThat(response.written()).isEmpty();
    }

    @Test
    void aFailureBeforeAnythingIsWrittenLeavesTheResponseAsItIs() throws Exception {
        leaveRequestThread();
        IllegalStateException failure = new IllegalStateException("broken");
        chunks.error(failure);
        runTasks();

        assertThat(response.isListenedTo()).isFalse();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () -> ((FailedPage) result.getResult()).render(null, new MockHttpServletRequest(), response))
                .isSameAs(failure);
    }

    @Test
    void aLongPageLeavesTheRequestThread() throws Exception {
        String part = "x".repeat(PageParts.GATHERED);
        Flux.just(chunk(part, false), chunk("more", false), last("end")).subscribe(page);
        assertThat(page.renderUntilItWaits()).isFalse();
        assertThat(response.written()).containsExactly(part);

        page.continueAs(() -> result, Runnable::run);
        runTasks();
        response.makeRoom(4);

        assertThat(response.written()).containsExactly(part, "more", "end", "flush");
        assertThat(result.hasResult()).isTrue();
    }

    private void leaveRequestThread() throws Exception {
        chunks.subscribe(page);
        assertThat(page.renderUntilItWaits()).isFalse();
        page.continueAs(() -> result, Runnable::run);
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private static Chunk chunk(String text, boolean flush) {
        return new Chunk(text.getBytes(UTF_8), flush, false);
    }

    private static Chunk last(String text) {
        return new Chunk(text.getBytes(UTF_8), false, true);
    }
}
