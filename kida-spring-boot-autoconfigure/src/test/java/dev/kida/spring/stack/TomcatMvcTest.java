package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.stack.PageClient.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

/** Platform threads, and only one of them for requests: a page that waits must not keep it. */
class TomcatMvcTest extends MvcStackTest {

    @Override
    Server server() {
        return Server.TOMCAT;
    }

    @Override
    List<String> properties() {
        List<String> one = List.of("server.tomcat.threads.max=1", "server.tomcat.threads.min-spare=1");
        return Stream.concat(super.properties().stream(), one.stream()).toList();
    }

    @Test
    void pagesThatWaitDoNotHoldTheRequestThread() throws Exception {
        Sinks.One<String> first = Sinks.one();
        Sinks.One<String> second = Sinks.one();
        try (Page one = show("<head></head>{{ name }}", Map.of("name", first.asMono()));
                Page two = show("<head></head>{{ name }}", Map.of("name", second.asMono()))) {
            one.readUntil("</head>");
            two.readUntil("</head>");
            second.tryEmitValue("b").orThrow();
            first.tryEmitValue("a").orThrow();

            assertThat(two.readAll()).endsWith("</head>b");
            assertThat(one.readAll()).endsWith("</head>a");
        }
    }
}
