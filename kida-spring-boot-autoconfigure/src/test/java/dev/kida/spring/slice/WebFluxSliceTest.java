package dev.kida.spring.slice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

@WebFluxTest
class WebFluxSliceTest {

    @Autowired
    private WebTestClient client;

    @Autowired
    private ApplicationContext context;

    @Test
    void aSliceHasWhatTemplatesUseAndNothingElse() {
        WebTestClient patient =
                client.mutate().responseTimeout(Duration.ofSeconds(60)).build();

        patient.get().uri("/slice").exchange().expectBody(String.class).isEqualTo("xx! stamped\n");
        assertThat(context.getBeanProvider(Components.Repository.class).getIfAvailable())
                .isNull();
    }
}
