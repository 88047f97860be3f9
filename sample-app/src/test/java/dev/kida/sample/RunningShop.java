package dev.kida.sample;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.StringUtils;

/** The shop on a real port, its sources held back by a {@link GatedPace}. */
final class RunningShop implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;

    private RunningShop(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningShop start(Stack stack, String... arguments) {
        RunningShop shop = new RunningShop(new SpringApplicationBuilder(ShopApplication.class, GatedPace.class)
                .web(stack.type)
                // A database of its own: what one test adds is not for sale in another.
                .run(StringUtils.addStringToArray(
                        StringUtils.concatenateStringArrays(stack.arguments(), arguments),
                        "--spring.r2dbc.generate-unique-name=true")));
        shop.pace().allowNothing();
        return shop;
    }

    GatedPace pace() {
        return context.getBean(GatedPace.class);
    }

    Sources.Counts sources() {
        return context.getBean(Sources.class).counts();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String server() {
        return ((WebServerApplicationContext) context).getWebServer().getClass().getSimpleName();
    }

    String url(String path) {
        return "http://localhost:"
                + ((WebServerApplicationContext) context).getWebServer().getPort() + path;
    }

    /** The whole answer. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path), BodyHandlers.ofString());
    }

    /** The whole answer, for a client that wants another type than a browser does. */
    HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(request(path), (name, value) -> !name.equalsIgnoreCase("Accept"))
                .header("Accept", accept)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** The answer while it arrives. Closing the stream closes the connection. */
    HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
        return client.send(request(path), BodyHandlers.ofInputStream());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)))
                .header("Accept", "text/html,application/json;q=0.9")
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    @Override
    public void close() {
        context.close();
    }
}
