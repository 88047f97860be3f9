package dev.kida.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person sees: the page is there, and useful, long before its last row exists. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class BrowserTest {

    private static Chromium browser;

    @BeforeAll
    static void open() throws Exception {
        Optional<Path> chromium = Chromium.installed();
        if (System.getenv("CI") == null) {
            assumeTrue(chromium.isPresent(), "Chromium is not installed (Debian: apt-get install chromium)");
        }
        assertThat(chromium).as("Chromium, which CI must have installed").isPresent();
        browser = Chromium.start(chromium.get());
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void seesTheFirstRowBeforeTheLastOneIsProduced(Stack stack) {
        try (RunningShop shop = RunningShop.start(stack)) {
            browser.open(shop.url("/"));
            browser.waitUntil("document.querySelector('main h1')");
            assertThat(rows("orders")).isZero();

            shop.pace().allow("takings", 1);
            shop.pace().allow("orders", 1);
            browser.waitUntil("document.querySelectorAll('#orders tbody tr').length > 0");
            assertThat(rows("orders")).isEqualTo(1);
            assertThat(browser.evaluate("document.readyState")).isEqualTo("loading");

            shop.pace().allowEverything();
            browser.waitUntil("document.readyState == 'complete'");
            assertThat(rows("orders")).isEqualTo(8);
            assertThat(rows("products")).isEqualTo(12);
        }
    }

    private static int rows(String section) {
        return Integer.parseInt(browser.evaluate("document.querySelectorAll('#" + section + " tbody tr').length"));
    }
}
