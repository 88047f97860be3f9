package dev.kida.spring.stack;

import java.util.List;

class TomcatWebFluxTest extends WebFluxStackTest {

    @Override
    List<String> properties() {
        return List.of("spring.autoconfigure.exclude="
                + "org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration");
    }
}
