package dev.kida.spring.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.error.TemplateException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** In development a failed page keeps the status that the failure has, and its style the nonce of the response. */
@Timeout(120)
class DevelopmentStatusTest {

    private static final String POLICY = "kida.csp.policy=default-src 'none'; style-src 'nonce-{nonce}'";

    private OpsApplication.Running application;

    private OpsApplication.Running start(WebApplicationType type, String... properties) {
        application = OpsApplication.start(type, List.of(StatusController.class), properties);
        return application;
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SERVLET,status,404",
        "SERVLET,response,409",
        "SERVLET,declared,410",
        "SERVLET,plain,500",
        "REACTIVE,status,404",
        "REACTIVE,response,409",
        "REACTIVE,declared,410",
        "REACTIVE,plain,500"
    })
    void theStatusIsThatOfTheFailure(WebApplicationType type, String kind, int status) {
        HttpResponse<String> page = start(type, "kida.debug=true").get("/status/" + kind);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains("class=\"kida-dev\"", "fails.html:2");
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void theStyleHasTheNonceOfThePolicy(WebApplicationType type) {
        HttpResponse<String> page = start(type, "kida.debug=true", POLICY).get("/show/fails");
        String nonce = page.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .replaceAll(".*'nonce-([^']*)'.*", "$1");
        assertThat(page.body()).contains("<style nonce=\"" + nonce + "\">");

        assertThat(application.getBroken("/late/late"))
                .contains("<dialog open")
                .containsPattern("<style nonce=\"[A-Za-z0-9+/]{22}==\">")
                .doesNotContain("<style>", nonce);
    }

    @Controller
    static class StatusController {

        private final KidaEngine engine;

        StatusController(KidaEngine engine) {
            this.engine = engine;
        }

        @GetMapping("/status/{kind}")
        String fail(@PathVariable String kind) {
            TemplateException failure = failure();
            throw switch (kind) {
                case "status" -> new ResponseStatusException(HttpStatus.NOT_FOUND, "gone", failure);
                case "response" -> new ErrorResponseException(HttpStatus.CONFLICT, failure);
                case "declared" -> new DeclaredException(failure);
                default -> new IllegalStateException(failure);
            };
        }

        private TemplateException failure() {
            try {
                throw new AssertionError(engine.render("fails.html", Map.of("secret", "x")));
            } catch (TemplateException ex) {
                return ex;
            }
        }
    }

    @ResponseStatus(HttpStatus.GONE)
    static class DeclaredException extends RuntimeException {

        DeclaredException(Throwable cause) {
            super(cause);
        }
    }
}
