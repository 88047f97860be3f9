package dev.kida.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A slice of the shop on Spring MVC, with Boot's security in it: pages know who looks, and forms have their token. */
@WebMvcTest(ProductController.class)
@Import(ShopSecurity.class)
class ServletSliceTest {

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    @SuppressWarnings("UnusedVariable")
    private Shop shop;

    @Test
    @WithMockUser(username = "ada", roles = "CLERK")
    void thePageKnowsItsUserAndHasAToken() {
        assertThat(mvc.get().uri("/products/new"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("name=\"_csrf\" value=\"[^\"]{20,}\"")
                .contains("ada", "action=\"/logout\"");
    }

    @Test
    @WithMockUser
    void anotherUserIsRefusedBeforeThereIsAPage() {
        assertThat(mvc.get().uri("/products/new")).hasStatus(403);
    }

    @Test
    void nobodyGetsTheFormToLogInWithItsToken() {
        assertThat(mvc.get().uri("/products/new")).hasStatus3xxRedirection().hasHeader("Location", "/login");
        assertThat(mvc.get().uri("/login")).hasStatusOk().bodyText().contains("name=\"_csrf\"");
    }
}
