package dev.kida.spring.stack;

import java.util.List;

class NettyTest extends WebFluxStackTest {

    @Override
    List<String> properties() {
        return List.of("spring.autoconfigure.exclude="
                + "org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration");
    }
}
