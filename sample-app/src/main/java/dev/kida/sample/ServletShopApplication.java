package dev.kida.sample;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The same shop on Spring MVC and Tomcat, with platform threads or, on Java 21 and later, with virtual ones. */
public final class ServletShopApplication {

    private ServletShopApplication() {}

    /** Starts the shop; {@code --spring.threads.virtual.enabled=true} puts every request on a virtual thread. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(ShopApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(args);
    }
}
