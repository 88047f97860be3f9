package dev.kida.spring.form;

import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.view.RequestDataValueProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

@WebFluxTest(UserController.class)
@ContextConfiguration(classes = UserController.Application.class)
@Import({UserController.class, WebFluxFormsTest.Processor.class})
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
