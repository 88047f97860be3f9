package dev.kida.render;

import dev.kida.KidaEngine;
import java.util.Map;
import java.util.stream.LongStream;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;

/** The Reactive Streams TCK over the bytes of a page. */
public class ChunkVerificationTest extends PublisherVerification<Chunk> {

    private static final String PAGE = "{% for x in xs %}{{ x }}{% flush %}{% end %}";

    private final KidaEngine engine = KidaEngine.builder().build();

    public ChunkVerificationTest() {
        super(new TestEnvironment(30_000, 100, 100));
    }

    /** The first chunk of a page comes even when it is empty, so that a reader knows its end: no page has no chunk. */
    @Override
    public Publisher<Chunk> createPublisher(long elements) {
        Iterable<Long> lazily = () -> LongStream.range(0, elements).iterator();
        return engine.fromString(PAGE).renderChunks(Map.of("xs", lazily));
    }

    /** A render that is not asked for anything does not run; what can fail before is to make room for it. */
    @Override
    public Publisher<Chunk> createFailedPublisher() {
        return FailedPublisher.of(StreamPublisher.CHUNKS);
    }
}
