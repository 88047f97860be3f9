package dev.kida.render;

import dev.kida.KidaEngine;
import java.util.Map;
import java.util.stream.LongStream;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;

/** The Reactive Streams TCK over a page that is made while it is read: one chunk for each turn of a loop. */
public class StreamVerificationTest extends PublisherVerification<String> {

    private static final String PAGE = "{% for x in xs %}{{ x }}{% flush %}{% end %}";

    private final KidaEngine engine = KidaEngine.builder().build();

    public StreamVerificationTest() {
        super(new TestEnvironment(30_000, 200, 100));
    }

    @Override
    public Publisher<String> createPublisher(long elements) {
        Iterable<Long> lazily = () -> LongStream.range(0, elements).iterator();
        return engine.fromString(PAGE).renderStreamAsync(Map.of("xs", lazily));
    }

    /** A render that is not asked for anything does not run; what can fail before is to make room for it. */
    @Override
    public Publisher<String> createFailedPublisher() {
        return FailedPublisher.of(StreamPublisher.STRINGS);
    }
}
