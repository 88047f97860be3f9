package dev.kida.spring.stack;

class NettyTest extends WebFluxStackTest {

    @Override
    Server server() {
        return Server.NETTY;
    }
}
