package dev.kida.benchmarks.engine;

import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** An engine in its fastest documented configuration. */
public interface PageEngine {

    /** A page that is ready to be rendered: its templates are loaded and compiled, as far as the engine does that. */
    Rendering open(Page page, Model<?> model);

    /** One page with its data. */
    interface Rendering {

        String text();

        /** The page in UTF-8. Engines that write bytes themselves override this. */
        default byte[] bytes() {
            return text().getBytes(StandardCharsets.UTF_8);
        }

        /** The page in UTF-8 to a sink that the caller reuses. Engines that write to streams themselves override this. */
        default void to(OutputStream sink) throws IOException {
            sink.write(bytes());
        }
    }
}
