package dev.kida.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What goes wrong gets an answer with place and hint, and the server keeps serving. */
@ParameterizedClass
@EnumSource(
        value = Stack.class,
        names = {"NETTY", "TOMCAT"})
@ExtendWith(OutputCaptureExtension.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ErrorsTest {

    private static RunningShop shop;

    ErrorsTest(Stack stack) {}

    @BeforeParameterizedClassInvocation
    static void open(Stack stack) {
        shop = RunningShop.start(stack);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        shop.close();
    }

    @AfterEach
    void keepsServing() throws Exception {
        assertThat(shop.get("/errors").statusCode()).isEqualTo(200);
    }

    @Test
    void undefinedNameSaysWhereAndWhatWasMeant() throws Exception {
        HttpResponse<String> answer = shop.get("/errors/undefined");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("500 Internal Server Error")
                .contains("Undefined variable &#39;custmer&#39;", "errors/undefined.html:3", "&#39;customer&#39;");
    }

    @Test
    void syntaxErrorSaysWhere() throws Exception {
        HttpResponse<String> answer = shop.get("/errors/syntax");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("K-PAR-", "errors/syntax.html:3");
    }

    @Test
    void missingTemplateIsNamed(CapturedOutput output) throws Exception {
        HttpResponse<String> answer = shop.get("/errors/missing");

        assertThat(answer.statusCode()).isBetween(404, 500);
        assertThat(answer.body() + output).contains("errors/no-such-template");
    }

    @Test
    void nameThatLeavesTheFolderIsNotFound() throws Exception {
        HttpResponse<String> answer = shop.get("/errors/outside");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("etc/passwd", "errors/outside.html").doesNotContain("root:");
    }

    @Test
    void failureBeforeTheFirstByteIsANormalErrorPage() throws Exception {
        HttpResponse<String> answer = shop.get("/errors/before");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("the till does not answer");
    }

    @Test
    void failureBeforeTheFirstByteIsJsonForWhoReadsAnything() throws Exception {
        HttpResponse<String> answer = shop.get("/errors/before", "*/*");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(answer.body()).startsWith("{").contains("\"status\":500").doesNotContain("<html");
    }

    @Test
    void failureInTheMiddleBreaksTheTransferOffAndIsLogged(CapturedOutput output) {
        assertThatThrownBy(() -> shop.get("/errors/after")).isInstanceOf(IOException.class);

        assertThat(output).contains("errors/after.html", "the list broke off");
    }

    @Test
    void failureInsideTryShowsTheFallbackInstead() throws Exception {
        HttpResponse<String> answer = shop.get("/errors/caught");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("not available just now", "the list broke off")
                .doesNotContain("<li>first</li>")
                .endsWith("</html>\n");
    }
}
