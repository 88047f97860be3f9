package dev.kida.spring.stack;

class TomcatWebFluxTest extends WebFluxStackTest {

    @Override
    Server server() {
        return Server.TOMCAT;
    }
}
