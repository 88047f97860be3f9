package dev.kida.spring.stack;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;

class TomcatMvcVirtualThreadsTest extends MvcStackTest {

    @BeforeAll
    @Override
    void start() {
        assumeTrue(Runtime.version().feature() >= 21, "virtual threads need JDK 21, this is " + Runtime.version());
        super.start();
    }

    @Override
    Server server() {
        return Server.TOMCAT;
    }

    @Override
    List<String> properties() {
        return Stream.concat(super.properties().stream(), Stream.of("spring.threads.virtual.enabled=true"))
                .toList();
    }
}
