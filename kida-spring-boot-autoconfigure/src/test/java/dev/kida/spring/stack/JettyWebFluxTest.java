package dev.kida.spring.stack;

class JettyWebFluxTest extends WebFluxStackTest {

    @Override
    Server server() {
        return Server.JETTY;
    }
}
