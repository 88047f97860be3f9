package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;

@WebFluxTest(SliceController.class)
@ContextConfiguration(classes = SliceController.Application.class)
@Import(SliceController.class)
class WebFluxSliceTest {

    @Autowired
    private WebTestClient client;

    @Test
    void theSliceRendersTemplates() {
        // Longer than the default, because the first page compiles its template, and the machine may be busy.
        WebTestClient patient =
                client.mutate().responseTimeout(Duration.ofSeconds(60)).build();

        patient.get()
                .uri("/hello")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("from the class path: slice"));
    }
}
