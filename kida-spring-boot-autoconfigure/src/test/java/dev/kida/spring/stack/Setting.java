package dev.kida.spring.stack;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;

/** The six settings in which pages are served. */
enum Setting {
    NETTY(Server.NETTY, WebApplicationType.REACTIVE),
    TOMCAT_WEBFLUX(Server.TOMCAT, WebApplicationType.REACTIVE),
    JETTY_WEBFLUX(Server.JETTY, WebApplicationType.REACTIVE),
    TOMCAT_MVC(Server.TOMCAT, WebApplicationType.SERVLET),
    TOMCAT_MVC_VIRTUAL_THREADS(Server.TOMCAT, WebApplicationType.SERVLET, "spring.threads.virtual.enabled=true"),
    JETTY_MVC(Server.JETTY, WebApplicationType.SERVLET);

    private final Server server;
    private final WebApplicationType type;
    private final List<String> properties;

    Setting(Server server, WebApplicationType type, String... properties) {
        this.server = server;
        this.type = type;
        this.properties = List.of(properties);
    }

    WebApplicationType type() {
        return type;
    }

    boolean isTomcatMvc() {
        return server == Server.TOMCAT && type == WebApplicationType.SERVLET;
    }

    /** Virtual threads need JDK 21. */
    boolean isPossible() {
        return this != TOMCAT_MVC_VIRTUAL_THREADS || Runtime.version().feature() >= 21;
    }

    String[] properties() {
        List<String> all = new ArrayList<>(properties);
        all.add("server.port=0");
        all.add("spring.main.banner-mode=off");
        all.add("spring.autoconfigure.exclude=" + server.others());
        return all.toArray(String[]::new);
    }
}
