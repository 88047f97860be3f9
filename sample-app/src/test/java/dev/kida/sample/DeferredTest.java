package dev.kida.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person sees of a page whose sections come in another order than they stand in. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class DeferredTest {

    /** The first version of Chromium that knows out-of-order HTML. */
    private static final int NATIVE = 150;

    private static Path chromium;

    @BeforeAll
    static void find() {
        Optional<Path> installed = Chromium.installed();
        if (System.getenv("CI") == null) {
            assumeTrue(installed.isPresent(), "Chromium is not installed (Debian: apt-get install chromium)");
        }
        assertThat(installed).as("Chromium, which CI must have installed").isPresent();
        chromium = installed.get();
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void theBrowserFillsThePageInWithoutScripts(Stack stack) throws Exception {
        try (Chromium browser = Chromium.start(chromium)) {
            assumeTrue(browser.version() >= NATIVE, "this Chromium does not know out-of-order HTML");
            browser.forbidScripts();
            fillsIn(stack, browser);
        }
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void theScriptFillsThePageInWhereOnlyTheTemplatesAreUnknown(Stack stack) throws Exception {
        try (Chromium browser = Chromium.start(chromium, "--disable-blink-features=DocumentPatching")) {
            fillsIn(stack, browser);
        }
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void theScriptFillsThePageInWhereNothingOfItIsKnown(Stack stack) throws Exception {
        String features = "--disable-blink-features=DocumentPatching,HTMLProcessingInstruction";
        try (Chromium browser = Chromium.start(chromium, features)) {
            fillsIn(stack, browser);
        }
    }

    private static void fillsIn(Stack stack, Chromium browser) {
        try (RunningShop shop = RunningShop.start(stack)) {
            browser.open(shop.url("/deferred"));
            until(browser, "document.querySelector('footer') != null");
            assertThat(state(browser)).isEqualTo("loading: wait, tr.wait, li.wait");

            shop.pace().allow("products", 100);
            until(browser, "document.querySelector('li.wait') == null");
            assertThat(state(browser)).isEqualTo("loading: wait, tr.wait, 12 products");

            shop.pace().allow("orders", 100);
            until(browser, "document.querySelector('tr.wait') == null");
            assertThat(state(browser)).isEqualTo("loading: wait, 8 orders, 12 products");

            shop.pace().allowEverything();
            until(browser, "document.readyState == 'complete'");
            assertThat(state(browser)).isEqualTo("complete: takings, 8 orders, 12 products");
            assertThat(browser.evaluate("document.querySelectorAll('template').length"))
                    .isEqualTo("0");
        }
    }

    /** What is in the three places. */
    private static String state(Chromium browser) {
        return browser.evaluate("document.readyState + ': '"
                + " + (document.querySelector('#counting') ? 'wait' : document.querySelector('#takings .tile b') ? 'takings' : '')"
                + " + ', ' + (document.querySelector('#orders tbody > tr.wait') ? 'tr.wait'"
                + " : document.querySelectorAll('#orders tbody > tr').length + ' orders')"
                + " + ', ' + (document.querySelector('#products ul > li.wait') ? 'li.wait'"
                + " : document.querySelectorAll('#products ul > li').length + ' products')");
    }

    private static void until(Chromium browser, String condition) {
        await().until(() -> browser.evaluate(condition).equals("true"));
    }
}
