package dev.kida.spring.stack;

class JettyMvcTest extends MvcStackTest {

    @Override
    Server server() {
        return Server.JETTY;
    }
}
