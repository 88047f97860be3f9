package dev.kida.benchmarks.engine;

import dev.kida.benchmarks.model.CatalogPage;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.StocksPage;
import java.nio.charset.StandardCharsets;

/** The pages as one engine renders them. Templates are loaded and compiled when the object is made. */
public interface PageEngine {

    String stocks(Model<StocksPage> model);

    String layout(Model<CatalogPage> model);

    /** The page in UTF-8. Engines that write bytes themselves override this. */
    default byte[] stocksBytes(Model<StocksPage> model) {
        return stocks(model).getBytes(StandardCharsets.UTF_8);
    }

    /** The page in UTF-8. Engines that write bytes themselves override this. */
    default byte[] layoutBytes(Model<CatalogPage> model) {
        return layout(model).getBytes(StandardCharsets.UTF_8);
    }
}
