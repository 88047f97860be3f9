package dev.kida.sample;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints where the shop can be seen: the port is a free one unless {@code --server.port} says otherwise. */
@Component
final class Announcer {

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String server = web.getWebServer().getClass().getSimpleName().replace("WebServer", "");
            System.out.printf(
                    "%n    Open http://localhost:%d/   (%s; Ctrl+C ends it)%n%n",
                    web.getWebServer().getPort(), server);
            System.out.flush();
        }
    }
}
