package dev.kida.benchmarks;

import dev.kida.benchmarks.engine.Engines;
import dev.kida.benchmarks.engine.PageEngine;
import dev.kida.benchmarks.model.CatalogPage;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.SampleData;
import dev.kida.benchmarks.model.StocksPage;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long one page takes, as text and as UTF-8. One engine per JVM, so that no call site has seen another. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RenderBenchmark {

    @Param
    Engines engine;

    private PageEngine pages;
    private Model<StocksPage> stocks;
    private Model<CatalogPage> catalog;

    @Setup
    public void setUp() {
        pages = engine.create();
        stocks = SampleData.stocks();
        catalog = SampleData.catalog();
    }

    @Benchmark
    public String stocksText() {
        return pages.stocks(stocks);
    }

    @Benchmark
    public byte[] stocksBytes() {
        return pages.stocksBytes(stocks);
    }

    @Benchmark
    public String layoutText() {
        return pages.layout(catalog);
    }

    @Benchmark
    public byte[] layoutBytes() {
        return pages.layoutBytes(catalog);
    }
}
