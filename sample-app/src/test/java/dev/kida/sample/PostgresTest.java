package dev.kida.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The profile {@code postgres}: the same shop on a PostgreSQL server. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PostgresTest {

    @Test
    void servesTheSamePageFromPostgres() throws Exception {
        Optional<Path> binaries = PostgresServer.installed();
        if (System.getenv("CI") == null) {
            assumeTrue(binaries.isPresent(), "PostgreSQL is not installed (Debian: apt-get install postgresql)");
        }
        assertThat(binaries).as("PostgreSQL, which CI must have installed").isPresent();

        String expected = dashboard();
        try (PostgresServer postgres = PostgresServer.start(binaries.get())) {
            assertThat(dashboard(postgres.arguments())).isEqualTo(expected);
            // Once more: the tables and their rows are there already.
            assertThat(dashboard(postgres.arguments())).isEqualTo(expected);
        }
    }

    private static String dashboard(String... arguments) throws Exception {
        try (RunningShop shop = RunningShop.start(Stack.NETTY, arguments)) {
            shop.pace().allowEverything();
            return shop.get("/").body();
        }
    }
}
