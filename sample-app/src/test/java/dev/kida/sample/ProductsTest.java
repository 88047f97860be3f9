package dev.kida.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages with a form, a login and two languages, as a browser uses them. */
@ParameterizedClass
@EnumSource(
        value = Stack.class,
        names = {"NETTY", "TOMCAT"})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProductsTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static RunningShop shop;

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    ProductsTest(Stack stack) {}

    @BeforeParameterizedClassInvocation
    static void open(Stack stack) {
        shop = RunningShop.start(stack);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        shop.close();
    }

    @Test
    void theTableIsAPageAndForHtmxItsRows() throws Exception {
        assertThat(get("/products?q=kite").body())
                .startsWith("<!doctype html>")
                .contains("<html lang=\"en\">", "<h1>Products</h1>", "Paper kite")
                .doesNotContain("Indigo ink");

        assertThat(send(request("/products?q=KITE").header("HX-Request", "true"))
                        .body()
                        .strip())
                .startsWith("<tr class=\"scarce\"><td>Paper kite</td>")
                .endsWith("</tr>");
        assertThat(get("/webjars/htmx.org/2.0.4/dist/htmx.min.js").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesSpeakTheLanguageOfTheBrowser() throws Exception {
        assertThat(send(request("/products?q=nothing-like-it").header("Accept-Language", "de-CH"))
                        .body())
                .contains("<html lang=\"de\">", "<h1>Artikel</h1>", "Nichts gefunden.", "Artikel eintragen");
    }

    @Test
    void aStrangerIsAskedToLogIn() throws Exception {
        assertThat(get("/products/new").body()).contains("<h1>Log in</h1>", "name=\"_csrf\"");
        assertThat(get("/actuator/kida").body()).contains("<h1>Log in</h1>");
        assertThat(logIn("wrong").body()).contains("Name or password is wrong.");
    }

    @Test
    void aFormComesBackWithItsErrorsUntilItIsRight() throws Exception {
        logIn("paper");
        assertThat(get("/products/new").body()).contains("Logged in as clerk", "<label for=\"price\">Price</label>");

        HttpResponse<String> refused = post("/products/new", "name=&price=cheap&stock=-1");
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body())
                .contains("value=\"cheap\" aria-invalid=\"true\" aria-describedby=\"price-hint price-errors\"")
                .contains("<li>Not a number</li>", "<ul id=\"name-errors\"", "<ul id=\"stock-errors\"");

        HttpResponse<String> saved = post("/products/new", "name=Folded+%3Cfox%3E&price=7.5&stock=2");
        assertThat(saved.uri().getPath()).isEqualTo("/products");
        assertThat(get("/products?q=fox").body()).contains("Folded &lt;fox&gt;", "7.50");
    }

    @Test
    void theActuatorTellsOfTemplates() throws Exception {
        logIn("paper");

        assertThat(get("/actuator/kida").body()).contains("\"products.html\"", "hitRate");
        assertThat(get("/actuator/kida/products.html").body()).contains("\"parent\":\"layout.html\"", "\"search\"");
    }

    private HttpResponse<String> logIn(String password) throws Exception {
        get("/products/new"); // what the login leads back to
        return post("/login", "username=clerk&password=" + password, "/login");
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return post(path, form, path);
    }

    private HttpResponse<String> post(String path, String form, String page) throws Exception {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).isTrue();
        String body = form + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(shop.url(path)))
                .header("Accept", "text/html,*/*;q=0.8")
                .timeout(java.time.Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
