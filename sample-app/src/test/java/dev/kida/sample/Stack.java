package dev.kida.sample;

import org.springframework.boot.WebApplicationType;

/** The ways in which the shop can be served. */
enum Stack {
    NETTY(WebApplicationType.REACTIVE, false),
    TOMCAT(WebApplicationType.SERVLET, false),
    /** Before Java 21 the same as {@link #TOMCAT}: Spring Boot then ignores the property. */
    TOMCAT_VIRTUAL_THREADS(WebApplicationType.SERVLET, true);

    final WebApplicationType type;
    final boolean virtualThreads;

    Stack(WebApplicationType type, boolean virtualThreads) {
        this.type = type;
        this.virtualThreads = virtualThreads;
    }

    Class<?> mainClass() {
        return type == WebApplicationType.REACTIVE ? ReactiveShopApplication.class : ServletShopApplication.class;
    }

    String[] arguments() {
        return new String[] {"--server.port=0", "--spring.threads.virtual.enabled=" + virtualThreads};
    }
}
