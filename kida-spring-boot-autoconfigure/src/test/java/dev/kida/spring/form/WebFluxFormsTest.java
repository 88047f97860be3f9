package dev.kida.spring.form;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.result.view.RequestDataValueProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

@WebFluxTest(UserController.class)
@ContextConfiguration(classes = UserController.Application.class)
@Import({UserController.class, WebFluxFormsTest.LateController.class, WebFluxFormsTest.Processor.class})
class WebFluxFormsTest extends FormsTest {

    private static final String FAILURE = "failure";

    @Autowired
    private WebTestClient client;

    @Override
    WebTestClient client() {
        return client;
    }

    @Override
    String failure(String path) {
        return client.get()
                .uri(path)
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst(FAILURE);
    }

    @Test
    void aFormThatIsValidatedLateShowsItsErrors() {
        String page = client.post()
                .uri("/user/validated-late")
                .body(BodyInserters.fromFormData("email", "no address").with("age", "old"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(page).contains("value=\"no address\"", "value=\"old\"", "id=\"email-errors\"", "id=\"age-errors\"");
    }

    /** What Spring MVC does not have: a form object that is bound while the handler is running already. */
    @Controller
    static class LateController {

        @ModelAttribute("colours")
        User.Colour[] colours() {
            return User.Colour.values();
        }

        @PostMapping("/user/validated-late")
        Mono<String> save(@Valid @ModelAttribute("user") Mono<User> user) {
            return user.map(valid -> "redirect:/user")
                    .onErrorResume(WebExchangeBindException.class, wrong -> Mono.just("forms/user"));
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Processor {

        /** Tells the client what went wrong. */
        @Bean
        @Order(0)
        WebFilter failures() {
            return (exchange, chain) -> chain.filter(exchange).doOnError(ex -> exchange.getResponse()
                    .getHeaders()
                    .set(FAILURE, ex.getMessage().lines().findFirst().orElse("")));
        }

        @Bean
        RequestDataValueProcessor requestDataValueProcessor() {
            return new RequestDataValueProcessor() {
                @Override
                public String processAction(ServerWebExchange exchange, String action, String method) {
                    exchange.getAttributes().put("method", method);
                    return action.equals("/x") ? action + "?" : action;
                }

                @Override
                public String processFormFieldValue(
                        ServerWebExchange exchange, String name, String value, String type) {
                    return value;
                }

                @Override
                public Map<String, String> getExtraHiddenFields(ServerWebExchange exchange) {
                    Object method = exchange.getAttributes().get("method");
                    return "delete".equals(method) ? Map.of("extra", "delete") : Map.of("extra", "x");
                }

                @Override
                public String processUrl(ServerWebExchange exchange, String url) {
                    return url;
                }
            };
        }
    }
}
