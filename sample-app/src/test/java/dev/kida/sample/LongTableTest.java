package dev.kida.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A million rows go through a JVM with 32 MiB of heap, however fast or slow they are read. The page is about twice
 * as large as that heap, so it would not fit if the engine or the web layer gathered it.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LongTableTest {

    private static final int ROWS = 1_000_000;

    /** What the slow reader takes each millisecond, in bytes. */
    private static final int SIP = 6 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @EnumSource(
            value = Stack.class,
            names = {"NETTY", "TOMCAT"})
    void streamsThroughASmallHeap(Stack stack) throws Exception {
        try (SmallJvm shop = SmallJvm.start(stack, "32m")) {
            CompletableFuture<Integer> fast = open(shop).thenApplyAsync(LongTableTest::gulp);
            CompletableFuture<Integer> slow = open(shop).thenComposeAsync(LongTableTest::sip);

            assertThat(fast.join())
                    .as("rows of the fast reader; log:\n%s", shop.log())
                    .isEqualTo(ROWS);
            assertThat(slow.join())
                    .as("rows of the slow reader; log:\n%s", shop.log())
                    .isEqualTo(ROWS);
        }
    }

    private CompletableFuture<InputStream> open(SmallJvm shop) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(shop.url("/rows?count=" + ROWS)))
                .build();
        return client.sendAsync(request, BodyHandlers.ofInputStream()).thenApply(response -> response.body());
    }

    private static int gulp(InputStream page) {
        RowCounter rows = new RowCounter();
        byte[] buffer = new byte[64 * 1024];
        while (rows.read(page, buffer)) {}
        return rows.count;
    }

    private static CompletableFuture<Integer> sip(InputStream page) {
        RowCounter rows = new RowCounter();
        byte[] buffer = new byte[SIP];
        CompletableFuture<Integer> done = new CompletableFuture<>();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleAtFixedRate(
                () -> {
                    if (!rows.read(page, buffer)) {
                        done.complete(rows.count);
                        clock.shutdown();
                    }
                },
                0,
                1,
                TimeUnit.MILLISECONDS);
        return done;
    }

    /** Counts the rows of a table in bytes that come in pieces. */
    private static final class RowCounter {

        private static final String END_OF_ROW = "</tr>";

        private int count;
        private int matched;

        /** Reads once; answers false at the end of the page, or when the transfer broke off. */
        boolean read(InputStream page, byte[] buffer) {
            try {
                int length = page.read(buffer);
                for (int i = 0; i < length; i++) {
                    take((char) buffer[i]);
                }
                return length >= 0;
            } catch (IOException brokenOff) {
                return false;
            }
        }

        private void take(char c) {
            if (c == END_OF_ROW.charAt(matched)) {
                matched++;
            } else {
                matched = c == '<' ? 1 : 0;
            }
            if (matched == END_OF_ROW.length()) {
                count++;
                matched = 0;
            }
        }
    }
}
