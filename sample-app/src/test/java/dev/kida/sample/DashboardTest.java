package dev.kida.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kida.KidaEngine;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The dashboard arrives part by part, whoever serves it. */
@ParameterizedClass
@EnumSource(Stack.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DashboardTest {

    private static RunningShop shop;

    private final Stack stack;

    DashboardTest(Stack stack) {
        this.stack = stack;
    }

    @BeforeParameterizedClassInvocation
    static void open(Stack stack) {
        shop = RunningShop.start(stack);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        shop.close();
    }

    @BeforeEach
    void holdEverythingBack() {
        shop.pace().allowNothing();
    }

    @AfterEach
    void letEverythingGo() {
        shop.pace().allowEverything();
        await().until(() -> shop.sources().open() == 0);
    }

    @Test
    void isServedByTheServerOfItsStack() {
        assertThat(shop.server()).isEqualTo(stack == Stack.NETTY ? "NettyWebServer" : "TomcatWebServer");
    }

    @Test
    void sendsItsHeadBeforeAnySourceHasAnItem() throws Exception {
        try (PageReader page = new PageReader(shop.open("/").body())) {
            String head = page.until("<h1>Dashboard</h1>");

            assertThat(head).startsWith("<!doctype html>").doesNotContain("<td>");
        }
    }

    @Test
    void opensItsSourcesTogether() throws Exception {
        try (PageReader page = new PageReader(shop.open("/").body())) {
            page.until("<h1>Dashboard</h1>");

            await().until(() -> shop.sources().open() == 3);
        }
    }

    @Test
    void sendsEachRowWhenItIsThere() throws Exception {
        try (PageReader page = new PageReader(shop.open("/").body())) {
            shop.pace().allow("takings", 1);
            assertThat(page.until("<h2>Latest orders</h2>"))
                    .contains("407.30 €")
                    .doesNotContain("<td>1008</td>");

            shop.pace().allow("orders", 1);
            assertThat(page.until("<td>1008</td>")).doesNotContain("<td>1007</td>");

            shop.pace().allow("orders", 2);
            assertThat(page.until("<td>1007</td>")).doesNotContain("<td>1006</td>");

            shop.pace().allowEverything();
            assertThat(page.toEnd()).contains("<td>1001</td>", "Paper kite").endsWith("</html>\n");
        }
    }

    @Test
    void isTheSamePageHoweverSlowlyItComes() throws Exception {
        shop.pace().allowEverything();
        String fast = shop.get("/").body();
        shop.pace().allowNothing();

        try (PageReader page = new PageReader(shop.open("/").body())) {
            page.until("<h1>Dashboard</h1>");
            shop.pace().allow("takings", 1);
            page.until("</section>");
            shop.pace().allow("orders", 3);
            page.until("<td>1006</td>");
            shop.pace().allowEverything();
            assertThat(page.toEnd()).isEqualTo(fast);
        }
    }

    @Test
    void isThePageThatABufferedRenderGives() throws Exception {
        shop.pace().allowEverything();
        Shop sources = shop.bean(Shop.class);
        Map<String, ?> model =
                Map.of("takings", sources.takings(), "orders", sources.orders(), "products", sources.products());

        String buffered = shop.bean(KidaEngine.class)
                .getTemplate("dashboard.html")
                .renderAsync(model)
                .toCompletableFuture()
                .join();

        assertThat(shop.get("/").body()).isEqualTo(buffered);
    }

    @Test
    void escapesWhatTheDatabaseHolds() throws Exception {
        shop.pace().allowEverything();

        assertThat(shop.get("/").body())
                .contains("Crane, folded &lt;by hand&gt;", "Linen thread &amp; needle", "Bjørn Dahl")
                .doesNotContain("<by hand>");
    }

    @Test
    void cancelsItsSourcesWhenTheVisitorLeaves() throws Exception {
        long cancelled = shop.sources().cancelled();
        PageReader page = new PageReader(shop.open("/").body());
        page.until("<h1>Dashboard</h1>");
        await().until(() -> shop.sources().open() == 3);

        page.close();

        // A servlet container learns that nobody listens when it writes: give it something to write now and then.
        shop.pace().allow("takings", 1);
        AtomicInteger orders = new AtomicInteger();
        await().until(() -> {
            shop.pace().allow("orders", orders.incrementAndGet() % 8);
            return shop.sources().open() == 0;
        });
        assertThat(shop.sources().cancelled()).isGreaterThan(cancelled);
    }
}
