package dev.kida.benchmarks.http;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Serves the pages of one contender. Says on which port; then it answers every line it reads with what it has used so far:
 * nanoseconds of processor time, bytes allocated. Ends with its input.
 */
public final class PageServer {

    static final String READY = "ready ";
    static final String USED = "used ";

    private PageServer() {}

    /** Starts the server; the argument is the name of a {@link Contender}. */
    public static void main(String[] args) throws IOException {
        Contender contender = Contender.of(args[0]);
        boolean kida = contender == Contender.KIDA || contender == Contender.SERVLET_KIDA;
        SpringApplicationBuilder application = new SpringApplicationBuilder(Configuration.class, contender.pages)
                .web(contender.stack.type)
                .properties(Map.of(
                        "server.port", "0",
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "error",
                        // Tomcat would close a connection after a hundred pages.
                        "server.tomcat.max-keep-alive-requests", "-1",
                        "kida.enabled", String.valueOf(kida),
                        "kida.prefix", "classpath:/http/kida/"));
        try (ConfigurableApplicationContext context = application.run()) {
            Environment environment = context.getEnvironment();
            System.out.println(READY + environment.getRequiredProperty("local.server.port"));
            answer();
        }
    }

    private static void answer() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (in.readLine() != null) {
            System.out.println(USED + processorNanos() + " " + allocatedBytes());
        }
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Of the threads that live; those that serve requests do not end while a benchmark runs. */
    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Configuration {}
}
