package dev.kida.sample;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The shop on Spring WebFlux and Reactor Netty. */
public final class ReactiveShopApplication {

    private ReactiveShopApplication() {}

    /** Starts the shop; arguments are Spring Boot's, for example {@code --server.port=8080}. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(ShopApplication.class)
                .web(WebApplicationType.REACTIVE)
                .run(args);
    }
}
