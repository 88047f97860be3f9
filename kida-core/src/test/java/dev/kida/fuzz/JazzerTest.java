package dev.kida.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer looks for inputs that the engine treats wrongly; it watches which code an input reaches and keeps what reaches more.
 * A run takes few inputs, the same each time; {@code -Dkida.jazzer.runs=1000000 -Dkida.jazzer.seed=1} takes others, as many
 * as wanted. It runs in a process of its own: it instruments the engine and starts from its own {@code main}.
 */
class JazzerTest {

    private static final int RUNS = Integer.getInteger("kida.jazzer.runs", 1000);
    private static final int SEED = Integer.getInteger("kida.jazzer.seed", 20240229);

    /** Of the known templates, one in so many is an input to begin with. */
    private static final int EVERY = 12;

    @Test
    void noInputIsTreatedWrongly(@TempDir Path folder) throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        List<String> known = Corpus.templates();
        for (int i = 0; i < known.size(); i += EVERY) {
            Files.writeString(corpus.resolve("known-" + i), known.get(i));
        }
        Path log = folder.resolve("jazzer.log");

        Process jazzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + JazzerTarget.class.getName(),
                        "--instrumentation_includes=dev.kida.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-runs=" + RUNS,
                        "-seed=" + SEED,
                        "-max_len=2000",
                        "-timeout=60",
                        corpus.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(jazzer.waitFor(30 + RUNS / 5, TimeUnit.SECONDS))
                    .as("Jazzer ends")
                    .isTrue();
        } finally {
            jazzer.destroyForcibly();
        }

        String said = Files.readString(log);
        assertThat(jazzer.exitValue()).as(said).isZero();
        assertThat(said).contains("Done " + RUNS + " runs");
    }
}
