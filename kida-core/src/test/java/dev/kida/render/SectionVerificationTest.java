package dev.kida.render;

import dev.kida.KidaEngine;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import reactor.core.publisher.Mono;

/** The Reactive Streams TCK over a page of deferred sections: its shell is one element, each section another. */
public class SectionVerificationTest extends PublisherVerification<String> {

    private static final String PAGE = "{% for x in xs %}{% defer %}{{ await one(x) }}{% end %}{% end %}{{ shell }}";

    /** One section at a time, so that each is sent alone. */
    private static final RenderOptions ONE_BY_ONE = RenderOptions.defaults().withMaxSections(1);

    private final KidaEngine engine = KidaEngine.builder().build();

    public SectionVerificationTest() {
        super(new TestEnvironment(30_000, 100, 100));
    }

    @Override
    public Publisher<String> createPublisher(long elements) {
        Iterable<Long> sections = () -> LongStream.range(1, elements).iterator();
        Function<Object, Object> one = Mono::just;
        Map<String, Object> model = Map.of("xs", sections, "one", one, "shell", elements == 0 ? "" : ".");
        return engine.fromString(PAGE).renderStreamAsync(model, ONE_BY_ONE);
    }

    /** A render that is not asked for anything does not run; what can fail before is to make room for it. */
    @Override
    public Publisher<String> createFailedPublisher() {
        return FailedPublisher.of(StreamPublisher.STRINGS);
    }
}
