package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An asynchronous value inside another value is awaited where the template says so, and never taken for its content. */
class InnerAsyncValuesTest {

    /** A model object with sources. */
    public record U(Mono<Boolean> admin, Flux<Integer> nums) {}

    private static String page(String source) {
        Map<String, Object> model =
                Map.of("u", new U(Mono.just(false), Flux.just(1, 2)), "l", List.of(Mono.just(false)));
        return KidaEngine.builder()
                .autoAwait(true)
                .build()
                .fromString(source)
                .render(model)
                .strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% if u.admin %}x{% end %}",
                "{{ 'x' if u.admin }}",
                "{{ not u.admin }}",
                "{{ u.admin and 'x' }}",
                "{{ u.admin or 'x' }}",
                "{{ bool(u.admin) }}",
                "{% if l[0] %}x{% end %}",
                "{{ l | select | list }}",
                "{{ u.admin == true }}",
                "{{ u.admin != 'x' }}",
                "{{ 1 == u.admin }}",
                "{{ l == [false] }}",
                "{{ u.admin < 1 }}",
                "{% match u.admin %}{% case true %}x{% case _ %}y{% end %}",
                "{% match u.admin %}{% case (a, b) %}x{% case _ %}y{% end %}",
                "{{ u.nums | length }}",
                "{{ u.nums | first }}",
                "{{ u.nums | last }}",
                "{{ u.nums | take(1) }}",
                "{{ len(u.nums) }}",
                "{{ reversed(u.nums) }}",
                "{{ u.nums in [1] }}",
                "{{ u.nums in [] }}",
                "{{ u.nums in 'text' }}",
                "{{ 1 in u.nums }}",
            })
    void haveToBeAwaited(String source) {
        assertThatThrownBy(() -> page(source)).isInstanceOfSatisfying(TemplateException.class, error -> {
            assertThat(error.getCode()).isEqualTo(ErrorCode.K_RUN_012);
            assertThat(error.getSuggestion()).contains("'await'", "{% async for %}");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', textBlock = """
            {{ u.admin is defined }}{{ u.admin is none }}{{ u.admin is true }}{{ u.admin is 'x' }} ⇒ truefalsefalsefalse
            {{ u.admin == none }}{{ u.admin != none }}                                            ⇒ falsetrue
            {{ (u.admin ?? 'x') | typeof != 'str' }}                                               ⇒ true
            {{ (u.admin | default('x')) | typeof != 'str' }}                                       ⇒ true
            """)
    void mayBeAskedWhetherTheyAreThere(String source, String page) {
        assertThat(page(source)).isEqualTo(page);
    }
}
