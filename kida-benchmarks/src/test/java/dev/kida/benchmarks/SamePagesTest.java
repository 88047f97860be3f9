package dev.kida.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.benchmarks.engine.Engines;
import dev.kida.benchmarks.engine.PageEngine;
import dev.kida.benchmarks.model.CatalogPage;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.SampleData;
import dev.kida.benchmarks.model.StocksPage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A comparison of speed says something only when the engines do the same work. */
class SamePagesTest {

    private final Model<StocksPage> stocks = SampleData.stocks();
    private final Model<CatalogPage> catalog = SampleData.catalog();
    private final PageEngine yardstick = Engines.HAND.create();

    @ParameterizedTest
    @EnumSource
    void rendersTheStocksPage(Engines engine) {
        PageEngine pages = engine.create();

        assertThat(visible(pages.stocks(stocks))).isEqualTo(visible(yardstick.stocks(stocks)));
        assertThat(pages.stocksBytes(stocks)).isEqualTo(utf8(pages.stocks(stocks)));
    }

    @ParameterizedTest
    @EnumSource
    void rendersTheLayoutPage(Engines engine) {
        PageEngine pages = engine.create();

        assertThat(visible(pages.layout(catalog))).isEqualTo(visible(yardstick.layout(catalog)));
        assertThat(pages.layoutBytes(catalog)).isEqualTo(utf8(pages.layout(catalog)));
    }

    private static byte[] utf8(String page) {
        return page.getBytes(StandardCharsets.UTF_8);
    }

    /** White space is the one thing in which the engines may differ. One element per line reads well in a failure. */
    private static String visible(String page) {
        return page.replaceAll("\\s+", "").replace("<", "\n<");
    }
}
