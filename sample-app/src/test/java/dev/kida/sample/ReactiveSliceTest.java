package dev.kida.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A slice of the shop on WebFlux, with Boot's security in it: pages know who looks, and forms have their token. */
@WebFluxTest(ProductController.class)
@Import(ShopSecurity.class)
class ReactiveSliceTest {

    @Autowired
    private WebTestClient client;

    @MockitoBean
    @SuppressWarnings("UnusedVariable")
    private Shop shop;

    @Test
    @WithMockUser(username = "ada", roles = "CLERK")
    void thePageKnowsItsUserAndHasAToken() {
        get("/products/new").expectStatus().isOk().expectBody(String.class).value(page -> assertThat(page)
                .containsPattern("name=\"_csrf\" value=\"[^\"]{20,}\"")
                .contains("ada", "action=\"/logout\""));
    }

    @Test
    @WithMockUser
    void anotherUserIsRefusedBeforeThereIsAPage() {
        get("/products/new").expectStatus().isForbidden();
    }

    @Test
    void nobodyGetsTheFormToLogInWithItsToken() {
        get("/products/new").expectStatus().is3xxRedirection().expectHeader().location("/login");
        get("/login").expectStatus().isOk().expectBody(String.class).value(page -> assertThat(page)
                .contains("name=\"_csrf\""));
    }

    /** Patient, because the first page compiles its template, and the machine may be busy. */
    private WebTestClient.ResponseSpec get(String path) {
        return client.mutate()
                .responseTimeout(Duration.ofSeconds(60))
                .build()
                .get()
                .uri(path)
                .exchange();
    }
}
