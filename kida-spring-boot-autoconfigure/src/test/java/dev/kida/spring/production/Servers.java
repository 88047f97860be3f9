package dev.kida.spring.production;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The server of each stack, whatever else is on the class path. */
final class Servers {

    private Servers() {}

    @Configuration(proxyBeanMethods = false)
    static class Netty {

        @Bean
        NettyReactiveWebServerFactory server() {
            return new NettyReactiveWebServerFactory();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Tomcat {

        @Bean
        TomcatServletWebServerFactory server() {
            return new TomcatServletWebServerFactory();
        }
    }
}
