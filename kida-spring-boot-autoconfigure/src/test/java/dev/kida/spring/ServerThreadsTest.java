package dev.kida.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The tests of this module would not say more than that pages come, were nobody watching the threads they come on. */
class ServerThreadsTest {

    @Test
    void aThreadThatMustNotBlockIsWatched() {
        Mono<Boolean> blocking = Mono.fromCallable(() -> new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS))
                .subscribeOn(Schedulers.parallel());

        StepVerifier.create(blocking)
                .expectErrorSatisfies(problem -> assertThat(problem).isInstanceOf(BlockingOperationError.class))
                .verify(Duration.ofSeconds(30));

        assertThat(ServerThreads.takeBlocked()).isNotEmpty();
    }

    @Test
    void aThreadThatMayBlockIsNot() {
        Mono<Boolean> blocking = Mono.fromCallable(() -> new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS))
                .subscribeOn(Schedulers.boundedElastic());

        StepVerifier.create(blocking).expectNext(false).expectComplete().verify(Duration.ofSeconds(30));
    }
}
