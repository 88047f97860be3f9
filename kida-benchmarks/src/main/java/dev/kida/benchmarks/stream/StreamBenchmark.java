package dev.kida.benchmarks.stream;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.load.ClasspathLoader;
import dev.kida.render.Chunk;
import dev.kida.render.RenderOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import reactor.core.publisher.Flux;

/** What a row costs: rendered, in the streaming shape, out of a source, and written by hand. UTF-8 everywhere. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(StreamBenchmark.ROWS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class StreamBenchmark {

    static final int ROWS = 1000;

    private final List<Row> rows = Row.rows(ROWS);
    private final KidaEngine engine = KidaEngine.builder()
            .loader(new ClasspathLoader("stream"))
            .autoAwait(true)
            .build();
    private final Template plain = engine.getTemplate("rows.html");
    private final Template async = engine.getTemplate("async-rows.html");

    /** The yardstick: a list, and nothing that could wait. */
    @Benchmark
    public int render() {
        return plain.renderBytes(Map.of("items", rows)).length;
    }

    /** The same page in chunks: the streaming shape of a plain loop. */
    @Benchmark
    public int streamed() {
        return stream(plain, rows);
    }

    /** A plain loop over a source that has everything at hand. */
    @Benchmark
    public int streamedSource() {
        return stream(plain, Flux.fromIterable(rows));
    }

    /** {@code async for} over a source that has everything at hand. */
    @Benchmark
    public int asyncFor() {
        return stream(async, Flux.fromIterable(rows));
    }

    /** A {@code Flux} of rows written by hand and encoded one by one. */
    @Benchmark
    public int handFlux() {
        Flux<byte[]> page = Flux.fromIterable(rows).map(row -> row.html().getBytes(StandardCharsets.UTF_8));
        return ByteCounter.count(page, bytes -> bytes.length);
    }

    private static int stream(Template template, Object items) {
        return ByteCounter.<Chunk>count(
                template.renderChunks(Map.of("items", items), RenderOptions.defaults()), chunk -> chunk.bytes().length);
    }
}
