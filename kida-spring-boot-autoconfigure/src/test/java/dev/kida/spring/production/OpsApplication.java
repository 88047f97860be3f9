package dev.kida.spring.production;

import dev.kida.load.MapLoader;
import dev.kida.load.TemplateLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.DefaultResourceLoader;

/** A small application that runs on either stack, and a browser for it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(OpsController.class)
class OpsApplication {

    static final Map<String, String> TEMPLATES = Map.ofEntries(
            // The error pages that Boot sees on the class path.
            Map.entry("error/404.html", "<p>nothing here</p>"),
            Map.entry("error/5xx.html", "<p>sorry</p>"),
            Map.entry("page.html", "<h1>{{ title }}</h1><p>{{ await slow }}</p>"),
            Map.entry("plain.html", "<p>plain</p>"),
            Map.entry("blocks.html", "{% block list %}<ul></ul>{% end %}"),
            Map.entry("broken.html", "<p>\n{% if %}</p>"),
            Map.entry("fails.html", "<p>one</p>\n{% include 'part.html' %}"),
            Map.entry("part.html", "{% def card(title) %}{{ title.nope }}{% end %}<b>\n{{ card(secret) }}</b>"),
            Map.entry("late.html", "<html><body><h1>begun</h1>{% flush %}\n<p>{{ await failing }}</p></body></html>"),
            Map.entry(
                    "late-attribute.html",
                    "<html><body><a title=\"{% flush %}{{ await failing }}\">x</a></body></html>"),
            Map.entry("never.html", "<h1>begun</h1>{{ await never }}"));

    @Bean
    TemplateLoader templates() {
        return new MapLoader(TEMPLATES);
    }

    /** A started application. */
    static final class Running implements AutoCloseable {

        private final ConfigurableApplicationContext context;
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        private Running(ConfigurableApplicationContext context) {
            this.context = context;
        }

        <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        HttpRequest.Builder request(String path) {
            String port = context.getEnvironment().getProperty("local.server.port");
            return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Accept", "text/html");
        }

        HttpResponse<String> get(String path) {
            return send(request(path));
        }

        HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException | InterruptedException ex) {
                throw new IllegalStateException(ex);
            }
        }

        /** What comes of a page whose transfer is cut off; the client's streams would forget it when they see the end. */
        String getBroken(String path) {
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            try {
                client.send(
                        request(path).build(),
                        HttpResponse.BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(received::writeBytes)));
                throw new AssertionError("The page was complete: " + received);
            } catch (IOException cutOff) {
                return received.toString(StandardCharsets.UTF_8);
            } catch (InterruptedException ex) {
                throw new IllegalStateException(ex);
            }
        }

        /** Reads the beginning of a page and leaves. */
        void leave(String path, int length) {
            try {
                HttpResponse<java.io.InputStream> response =
                        client.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
                try (java.io.InputStream body = response.body()) {
                    body.readNBytes(length);
                }
            } catch (IOException | InterruptedException ex) {
                throw new IllegalStateException(ex);
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }

    static Running start(WebApplicationType type, List<Class<?>> sources, String... properties) {
        List<Class<?>> all = new ArrayList<>(sources);
        all.add(0, OpsApplication.class);
        all.add(type == WebApplicationType.REACTIVE ? Servers.Netty.class : Servers.Tomcat.class);
        List<String> settings = new ArrayList<>(List.of(properties));
        settings.add("server.port=0");
        settings.add("spring.main.banner-mode=off");
        settings.add("logging.level.root=off");
        settings.add("logging.level.dev.kida=debug");
        return new Running(new SpringApplicationBuilder(all.toArray(Class[]::new))
                .web(type)
                .resourceLoader(new DefaultResourceLoader(OpsApplication.class.getClassLoader()))
                .properties(settings.toArray(String[]::new))
                .run());
    }
}
