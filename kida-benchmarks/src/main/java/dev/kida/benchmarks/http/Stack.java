package dev.kida.benchmarks.http;

import org.springframework.boot.WebApplicationType;

/** What the pages are served by. */
enum Stack {
    /** Spring WebFlux on Reactor Netty. */
    NETTY(WebApplicationType.REACTIVE),
    /** Spring MVC on Tomcat. */
    TOMCAT(WebApplicationType.SERVLET);

    final WebApplicationType type;

    Stack(WebApplicationType type) {
        this.type = type;
    }
}
