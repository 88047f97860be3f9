package dev.kida.benchmarks.engine;

import dev.kida.benchmarks.model.Card;
import dev.kida.benchmarks.model.DeepPage;
import dev.kida.benchmarks.model.LargePage;
import dev.kida.benchmarks.model.MediumPage;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.Page;
import dev.kida.benchmarks.model.Product;
import dev.kida.benchmarks.model.Review;
import dev.kida.benchmarks.model.Row;
import dev.kida.benchmarks.model.Site;
import dev.kida.benchmarks.model.Stock;
import dev.kida.benchmarks.model.StocksPage;
import dev.kida.benchmarks.model.TinyPage;
import dev.kida.benchmarks.model.User;
import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import io.jstach.jstache.JStacheType;
import io.jstach.jstachio.Template;
import io.jstach.jstachio.output.ByteBufferEncodedOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JStachio: a class for each page, made by an annotation processor, used directly. */
@JStacheConfig(type = JStacheType.JSTACHIO, pathing = @JStachePath(prefix = "mustache/", suffix = ".mustache"))
final class JStachio implements PageEngine {

    @JStache(path = "tiny")
    record Tiny(String name, int messages) {}

    @JStache(path = "stocks")
    record Stocks(List<Stock> items) {}

    @JStache(path = "medium")
    record Medium(String title, Site site, User user, List<Product> products, List<Review> reviews) {}

    @JStache(path = "large")
    record Large(List<Row> rows) {}

    @JStache(path = "deep")
    record Deep(String title, String section, Site site, List<Card> cards) {}

    private record Ready<T>(Template<T> template, T page) implements Rendering {

        @Override
        public String text() {
            return template.execute(page);
        }

        @Override
        public byte[] bytes() {
            return template.write(page, ByteBufferEncodedOutput.ofByteArray(StandardCharsets.UTF_8))
                    .toByteArray();
        }
    }

    @Override
    public Rendering open(Page page, Model<?> model) {
        Object data = model.typed();
        return switch (page) {
            case TINY -> {
                TinyPage tiny = (TinyPage) data;
                yield new Ready<>(TinyRenderer.of(), new Tiny(tiny.name(), tiny.messages()));
            }
            case STOCKS -> new Ready<>(StocksRenderer.of(), new Stocks(((StocksPage) data).items()));
            case MEDIUM -> {
                MediumPage medium = (MediumPage) data;
                yield new Ready<>(
                        MediumRenderer.of(),
                        new Medium(medium.title(), medium.site(), medium.user(), medium.products(), medium.reviews()));
            }
            case LARGE -> new Ready<>(LargeRenderer.of(), new Large(((LargePage) data).rows()));
            case DEEP -> {
                DeepPage deep = (DeepPage) data;
                yield new Ready<>(DeepRenderer.of(), new Deep(deep.title(), deep.section(), deep.site(), deep.cards()));
            }
        };
    }
}
