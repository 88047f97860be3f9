package dev.kida.spring.stack;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/** The servers that pages are tested on. */
enum Server {
    NETTY("org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration"),
    TOMCAT(
            "org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration",
            "org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration"),
    JETTY(
            "org.springframework.boot.jetty.autoconfigure.reactive.JettyReactiveWebServerAutoConfiguration",
            "org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration");

    private final List<String> configurations;

    Server(String... configurations) {
        this.configurations = List.of(configurations);
    }

    /** What to exclude so that this one is used. */
    String others() {
        return EnumSet.complementOf(EnumSet.of(this)).stream()
                .flatMap(other -> other.configurations.stream())
                .collect(Collectors.joining(","));
    }
}
