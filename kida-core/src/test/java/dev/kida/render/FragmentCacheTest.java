package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.Template;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What {@code {% cache %}} keeps, and how it gets along with caches that are slow or down. */
class FragmentCacheTest {

    /** A cache whose answers come when the test gives them. */
    private static class Stored implements FragmentCache {

        final Map<String, String> texts = new LinkedHashMap<>();

        @Override
        public @Nullable String get(String key) {
            return texts.get(key);
        }

        @Override
        public String putIfAbsent(String key, String text, @Nullable Duration ttl) {
            String present = texts.putIfAbsent(key, text);
            return present == null ? text : present;
        }

        @Override
        public void clear() {
            texts.clear();
        }
    }

    private final Stored cache = new Stored();

    private Template template(FragmentCache fragments, String source) {
        return KidaEngine.builder().fragmentCache(fragments).build().fromString(source);
    }

    @Test
    void whatWasMadeWithASecretOfTheResponseIsNotKept() {
        Template template = template(
                cache,
                "{% cache 'form' %}<form>{{ csrf_token() }}{% end %}{% cache 'script' %}{{ csp_nonce() }}{% end %}"
                        + "{% cache 'plain' %}x{% end %}");
        RenderOptions first = RenderOptions.defaults().withMetadata(Map.of("csrf_token", "t1", "csp_nonce", "n1"));
        RenderOptions second = RenderOptions.defaults().withMetadata(Map.of("csrf_token", "t2", "csp_nonce", "n2"));

        assertThat(template.render(Map.of(), first)).contains("t1", "n1");
        assertThat(template.render(Map.of(), second)).contains("t2", "n2").doesNotContain("t1", "n1");
        assertThat(Mono.from(template.renderStreamAsync(Map.of(), first)).block())
                .contains("t1", "n1");
        assertThat(cache.texts).containsOnlyKeys("plain");
    }

    @Test
    void aSecretBeforeTheFragmentDoesNotCount() {
        Template template = template(cache, "{{ csrf_token() }}{% cache 'a' %}x{% end %}");

        template.render(Map.of(), RenderOptions.defaults().withMetadata("csrf_token", "t"));

        assertThat(cache.texts).containsEntry("a", "x");
    }

    @Test
    void aFragmentAroundOneWithASecretIsNotKeptEither() {
        Template template = template(cache, "{% cache 'a' %}{% cache 'b' %}{{ csrf_token() }}{% end %}{% end %}");

        template.render(Map.of(), RenderOptions.defaults().withMetadata("csrf_token", "t"));

        assertThat(cache.texts).isEmpty();
    }

    @Test
    void aStreamWaitsForACacheThatAnswersLater() {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        Stored later = new Stored() {
            @Override
            public CompletionStage<Optional<String>> retrieve(String key) {
                return answer;
            }
        };
        Template template = template(later, "a{% cache 'k' %}{{ x }}{% end %}b");

        StepVerifier.create(template.renderStreamAsync(Map.of("x", "fresh")))
                .expectNext("a")
                .then(() -> answer.complete(Optional.of("kept")))
                .expectNext("keptb")
                .verifyComplete();
    }

    @Test
    void aStreamDoesNotWaitUntilItsTextIsStored() {
        Stored slow = new Stored() {
            @Override
            public CompletionStage<String> store(String key, String text, @Nullable Duration ttl) {
                return new CompletableFuture<>();
            }
        };

        StepVerifier.create(template(slow, "{% cache 'k' %}fresh{% end %}").renderStreamAsync(Map.of()))
                .expectNext("fresh")
                .verifyComplete();
    }

    @Test
    void aCacheThatFailsIsACacheWithoutAnything() {
        FragmentCache broken = new Stored() {
            @Override
            public @Nullable String get(String key) {
                throw new IllegalStateException("down");
            }

            @Override
            public String putIfAbsent(String key, String text, @Nullable Duration ttl) {
                throw new IllegalStateException("down");
            }

            @Override
            public CompletionStage<Optional<String>> retrieve(String key) {
                return CompletableFuture.failedFuture(new IllegalStateException("down"));
            }
        };
        Template template = template(broken, "{% cache 'k' %}fresh{% end %}");

        assertThat(template.render(Map.of())).isEqualTo("fresh");
        StepVerifier.create(template.renderStreamAsync(Map.of()))
                .expectNext("fresh")
                .verifyComplete();
    }
}
