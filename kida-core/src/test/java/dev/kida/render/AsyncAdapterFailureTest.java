package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** An adapter that fails when it is asked what a value is. */
class AsyncAdapterFailureTest {

    private record Later() {}

    private record Broken(String method, RuntimeException problem) implements AsyncAdapter {

        @Override
        public boolean supports(Object value) {
            return value instanceof Later && succeeds("supports");
        }

        @Override
        public boolean isMulti(Object value) {
            return succeeds("isMulti");
        }

        private boolean succeeds(String called) {
            if (method.equals(called)) {
                throw problem;
            }
            return true;
        }

        @Override
        public Publisher<?> toPublisher(Object value, RenderState state) {
            return Flux.empty();
        }
    }

    private static Template template(String method, RuntimeException problem) {
        return KidaEngine.builder()
                .autoAwait(true)
                .asyncAdapter(new Broken(method, problem))
                .build()
                .fromString("{% for x in later %}{{ x }}{% end %}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supports", "isMulti"})
    void isNamedWithItsCause(String method) {
        IllegalStateException cause = new IllegalStateException("no types");
        Template template = template(method, new CompletionException(cause));
        Map<String, ?> model = Map.of("later", new Later());
        RenderOptions patient = RenderOptions.defaults().withBlockOnAsync(Duration.ofSeconds(5));

        assertFailsWith(cause, () -> template.render(model, patient));
        assertFailsWith(
                cause, () -> Flux.from(template.renderStreamAsync(model)).blockLast());
    }

    private static void assertFailsWith(Throwable cause, ThrowingCallable render) {
        assertThatThrownBy(render)
                .hasMessageContaining("Adapter " + Broken.class.getName() + " failed: IllegalStateException: no types")
                .hasCause(cause)
                .isInstanceOfSatisfying(TemplateRuntimeException.class, failure -> assertThat(failure.getCode())
                        .isEqualTo(ErrorCode.K_RUN_007));
    }

    @ParameterizedTest
    @ValueSource(strings = {"supports", "isMulti"})
    void anErrorOfATemplateIsPassedOn(String method) {
        TemplateRuntimeException own = TemplateRuntimeException.value("its own");
        Template template = template(method, own);

        assertThatThrownBy(() -> Flux.from(template.renderStreamAsync(Map.of("later", new Later())))
                        .blockLast())
                .isSameAs(own);
    }
}
