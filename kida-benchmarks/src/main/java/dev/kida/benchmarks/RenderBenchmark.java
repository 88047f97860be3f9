package dev.kida.benchmarks;

import dev.kida.benchmarks.engine.Engines;
import dev.kida.benchmarks.engine.PageEngine;
import dev.kida.benchmarks.model.Page;
import java.io.IOException;
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

/** How long one page takes. One engine and one page per JVM, so that no call site has seen another. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RenderBenchmark {

    @Param
    Page page;

    @Param
    Engines engine;

    private PageEngine.Rendering rendering;

    /** A sink that each thread reuses. */
    @State(Scope.Thread)
    public static class Reused {
        final ReusedSink sink = new ReusedSink();
    }

    @Setup
    public void setUp() {
        rendering = engine.create().open(page, page.model());
    }

    /** A {@code String} out. */
    @Benchmark
    public String text() {
        return rendering.text();
    }

    /** An array of UTF-8 out. */
    @Benchmark
    public byte[] bytes() {
        return rendering.bytes();
    }

    /** UTF-8 into a sink that is there already. */
    @Benchmark
    public int sink(Reused reused) throws IOException {
        reused.sink.reset();
        rendering.to(reused.sink);
        return reused.sink.size();
    }
}
