package dev.kida.benchmarks.engine;

import dev.kida.benchmarks.model.Card;
import dev.kida.benchmarks.model.DeepPage;
import dev.kida.benchmarks.model.LargePage;
import dev.kida.benchmarks.model.Link;
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
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The same by hand for bytes: static text is encoded once, data is escaped and encoded in one pass. */
final class HandWrittenBytes implements PageEngine {

    private static final byte[] TINY_1 = utf8("<p>Hello ");
    private static final byte[] TINY_2 = utf8(", there are ");
    private static final byte[] TINY_3 = utf8(" new messages.</p>\n");

    private static final byte[] STOCKS_HEAD = utf8("""
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <title>Stock Prices</title>
          <link rel="stylesheet" href="/style.css">
        </head>
        <body>
          <h1>Stock Prices</h1>
          <table>
            <thead>
              <tr><th>#</th><th>symbol</th><th>name</th><th>price</th><th>change</th><th>ratio</th></tr>
            </thead>
            <tbody>
        """);
    private static final byte[] STOCKS_ODD = utf8("      <tr class=\"odd\">\n        <td>");
    private static final byte[] STOCKS_EVEN = utf8("      <tr class=\"even\">\n        <td>");
    private static final byte[] STOCKS_1 = utf8("</td>\n        <td><a href=\"/stocks/");
    private static final byte[] STOCKS_2 = utf8("</a></td>\n        <td><a href=\"");
    private static final byte[] STOCKS_3 = utf8("</a></td>\n        <td><strong>");
    private static final byte[] STOCKS_4 = utf8("</strong></td>\n");
    private static final byte[] STOCKS_MINUS = utf8("        <td class=\"minus\">");
    private static final byte[] STOCKS_PLUS = utf8("        <td>");
    private static final byte[] STOCKS_5 = utf8("      </tr>\n");
    private static final byte[] STOCKS_END = utf8("    </tbody>\n  </table>\n</body>\n</html>\n");

    private static final byte[] LARGE_HEAD = utf8("""
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <title>Customers</title>
        </head>
        <body>
          <table>
        """);
    private static final byte[] LARGE_ACTIVE = utf8("    <tr class=\"active\">\n      <td>");
    private static final byte[] LARGE_ROW = utf8("    <tr>\n      <td>");
    private static final byte[] CELL = utf8("</td>\n      <td>");
    private static final byte[] LARGE_ROW_END = utf8("</td>\n    </tr>\n");
    private static final byte[] LARGE_END = utf8("  </table>\n</body>\n</html>\n");
    private static final byte[] END_CELL = utf8("</td>\n");

    private static final byte[] HEAD =
            utf8("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n  <meta charset=\"utf-8\">\n  <title>");
    private static final byte[] DASH = utf8(" - ");
    private static final byte[] SPACE = utf8(" ");
    private static final byte[] QUOTE_CLOSE = utf8("\">");
    private static final byte[] PAGE_END = utf8("</body>\n</html>\n");

    private static final byte[] DEEP_1 = utf8("</title>\n</head>\n<body>\n  <header>\n    <h1>");
    private static final byte[] DEEP_2 = utf8("</h1>\n    <nav>\n");
    private static final byte[] DEEP_LINK = utf8("      <a href=\"");
    private static final byte[] DEEP_ACTIVE = utf8("\" class=\"active\">");
    private static final byte[] DEEP_LINK_END = utf8("</a>\n");
    private static final byte[] DEEP_3 = utf8("    </nav>\n  </header>\n  <main>\n    <section>\n      <h2>");
    private static final byte[] DEEP_4 = utf8("</h2>\n      <article>\n        <h3>");
    private static final byte[] DEEP_5 = utf8("</h3>\n        <div class=\"cards\">\n");
    private static final byte[] CARD_1 = utf8("        <div class=\"card\">\n          <h4><a href=\"");
    private static final byte[] CARD_2 = utf8("</a></h4>\n          ");
    private static final byte[] CARD_3 = utf8("\n          <p>");
    private static final byte[] CARD_4 = utf8("</p>\n        </div>\n");
    private static final byte[] BADGE_FEATURED = utf8("<span class=\"badge featured\">");
    private static final byte[] BADGE = utf8("<span class=\"badge\">");
    private static final byte[] BADGE_END = utf8("</span>");
    private static final byte[] DEEP_6 =
            utf8("        </div>\n      </article>\n    </section>\n  </main>\n  <footer>&copy; ");
    private static final byte[] DEEP_END = utf8("</footer>\n</body>\n</html>\n");

    private static final byte[] MEDIUM_1 =
            utf8("</title>\n  <link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n");
    private static final byte[] MEDIUM_2 = utf8("  <main>\n    <h2>");
    private static final byte[] MEDIUM_3 = utf8("</h2>\n    <section class=\"products\">\n");
    private static final byte[] MEDIUM_4 = utf8("    </section>\n    <section class=\"reviews\">\n");
    private static final byte[] MEDIUM_5 = utf8("    </section>\n  </main>\n");
    private static final byte[] HEADER_1 = utf8("  <header>\n    <h1>");
    private static final byte[] HEADER_2 = utf8("</h1>\n    <p>");
    private static final byte[] HEADER_3 = utf8("</p>\n    <nav>\n      <ul>\n");
    private static final byte[] HEADER_ACTIVE = utf8("        <li class=\"active\"><a href=\"");
    private static final byte[] HEADER_LINK = utf8("        <li><a href=\"");
    private static final byte[] HEADER_4 = utf8("      </ul>\n    </nav>\n    <p>Signed in as ");
    private static final byte[] HEADER_5 = utf8(" (");
    private static final byte[] HEADER_6 = utf8(")</p>\n  </header>\n");
    private static final byte[] PRODUCT_1 = utf8("      <article class=\"product\">\n        <h3><a href=\"");
    private static final byte[] PRODUCT_2 = utf8("</a></h3>\n        <p>");
    private static final byte[] PRODUCT_3 = utf8("</p>\n");
    private static final byte[] PRODUCT_STOCK = utf8("        <p>");
    private static final byte[] PRODUCT_IN_STOCK = utf8(" in stock</p>\n");
    private static final byte[] PRODUCT_GONE = utf8("        <p class=\"gone\">sold out</p>\n");
    private static final byte[] PRODUCT_4 = utf8("        <strong>");
    private static final byte[] PRODUCT_5 = utf8("</strong>\n        <ul>\n");
    private static final byte[] TAG = utf8("          <li>");
    private static final byte[] TAG_END = utf8("</li>\n");
    private static final byte[] PRODUCT_6 = utf8("        </ul>\n      </article>\n");
    private static final byte[] REVIEW_1 = utf8("      <article class=\"review\">\n        <h4>");
    private static final byte[] REVIEW_2 = utf8("</h4>\n        <p>");
    private static final byte[] REVIEW_3 = utf8("</p>\n        <small>");
    private static final byte[] REVIEW_4 = utf8(" of 5</small>\n      </article>\n");
    private static final byte[] FOOTER_1 = utf8("  <footer>\n    <ul>\n");
    private static final byte[] FOOTER_LINK = utf8("      <li><a href=\"");
    private static final byte[] FOOTER_2 = utf8("    </ul>\n    <p>&copy; ");
    private static final byte[] FOOTER_3 = utf8("</p>\n  </footer>\n");
    private static final byte[] ANCHOR_END = utf8("</a></li>\n");

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes into a buffer that is as large as the last page of this kind. */
    private static final class Ready implements Rendering {

        private final Consumer<HandBuffer> page;
        private int size = 256;

        Ready(Consumer<HandBuffer> page) {
            this.page = page;
        }

        @Override
        public String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        @Override
        public byte[] bytes() {
            return write().toByteArray();
        }

        @Override
        public void to(OutputStream sink) throws IOException {
            write().writeTo(sink);
        }

        private HandBuffer write() {
            HandBuffer out = new HandBuffer(size);
            page.accept(out);
            size = Math.max(size, out.size());
            return out;
        }
    }

    @Override
    public Rendering open(Page page, Model<?> model) {
        return new Ready(writer(page, model.typed()));
    }

    private static Consumer<HandBuffer> writer(Page page, Object model) {
        return switch (page) {
            case TINY -> {
                TinyPage data = (TinyPage) model;
                yield out -> tiny(out, data);
            }
            case STOCKS -> {
                StocksPage data = (StocksPage) model;
                yield out -> stocks(out, data);
            }
            case MEDIUM -> {
                MediumPage data = (MediumPage) model;
                yield out -> medium(out, data);
            }
            case LARGE -> {
                LargePage data = (LargePage) model;
                yield out -> large(out, data);
            }
            case DEEP -> {
                DeepPage data = (DeepPage) model;
                yield out -> deep(out, data);
            }
        };
    }

    private static void tiny(HandBuffer out, TinyPage page) {
        out.raw(TINY_1).text(page.name()).raw(TINY_2).number(page.messages()).raw(TINY_3);
    }

    private static void stocks(HandBuffer out, StocksPage page) {
        out.raw(STOCKS_HEAD);
        List<Stock> items = page.items();
        for (int i = 0; i < items.size(); i++) {
            Stock item = items.get(i);
            out.raw(i % 2 == 0 ? STOCKS_ODD : STOCKS_EVEN).number(i + 1).raw(STOCKS_1);
            out.text(item.symbol()).raw(QUOTE_CLOSE).text(item.symbol()).raw(STOCKS_2);
            out.text(item.url()).raw(QUOTE_CLOSE).text(item.name()).raw(STOCKS_3);
            out.number(item.price()).raw(STOCKS_4);
            out.raw(item.change() < 0 ? STOCKS_MINUS : STOCKS_PLUS)
                    .number(item.change())
                    .raw(END_CELL);
            out.raw(item.ratio() < 0 ? STOCKS_MINUS : STOCKS_PLUS)
                    .number(item.ratio())
                    .raw(END_CELL);
            out.raw(STOCKS_5);
        }
        out.raw(STOCKS_END);
    }

    private static void large(HandBuffer out, LargePage page) {
        out.raw(LARGE_HEAD);
        for (Row row : page.rows()) {
            out.raw(row.active() ? LARGE_ACTIVE : LARGE_ROW).number(row.id()).raw(CELL);
            out.text(row.name()).raw(CELL).text(row.city()).raw(CELL);
            out.number(row.amount()).raw(LARGE_ROW_END);
        }
        out.raw(LARGE_END);
    }

    private static void deep(HandBuffer out, DeepPage page) {
        Site site = page.site();
        out.raw(HEAD).text(page.title()).raw(DASH).text(page.section()).raw(DEEP_1);
        out.text(site.name()).raw(DEEP_2);
        for (Link link : site.navigation()) {
            out.raw(DEEP_LINK).text(link.url()).raw(link.active() ? DEEP_ACTIVE : QUOTE_CLOSE);
            out.text(link.label()).raw(DEEP_LINK_END);
        }
        out.raw(DEEP_3).text(page.section()).raw(DEEP_4).text(page.title()).raw(DEEP_5);
        for (Card card : page.cards()) {
            out.raw(CARD_1).text(card.url()).raw(QUOTE_CLOSE).text(card.title()).raw(CARD_2);
            out.raw(card.featured() ? BADGE_FEATURED : BADGE).text(card.label()).raw(BADGE_END);
            out.raw(CARD_3).text(card.text()).raw(CARD_4);
        }
        out.raw(DEEP_6).number(site.year()).raw(SPACE).text(site.name()).raw(DEEP_END);
    }

    private static void medium(HandBuffer out, MediumPage page) {
        Site site = page.site();
        out.raw(HEAD).text(page.title()).raw(DASH).text(site.name()).raw(MEDIUM_1);
        header(out, page);
        out.raw(MEDIUM_2).text(page.title()).raw(MEDIUM_3);
        for (Product product : page.products()) {
            product(out, product);
        }
        out.raw(MEDIUM_4);
        for (Review review : page.reviews()) {
            out.raw(REVIEW_1).text(review.author()).raw(REVIEW_2).text(review.text());
            out.raw(REVIEW_3).number(review.stars()).raw(REVIEW_4);
        }
        out.raw(MEDIUM_5).raw(FOOTER_1);
        for (Link link : site.footer()) {
            out.raw(FOOTER_LINK);
            anchor(out, link);
        }
        out.raw(FOOTER_2).number(site.year()).raw(SPACE).text(site.name()).raw(FOOTER_3);
        out.raw(PAGE_END);
    }

    private static void header(HandBuffer out, MediumPage page) {
        out.raw(HEADER_1).text(page.site().name()).raw(HEADER_2);
        out.text(page.site().slogan()).raw(HEADER_3);
        for (Link link : page.site().navigation()) {
            out.raw(link.active() ? HEADER_ACTIVE : HEADER_LINK);
            anchor(out, link);
        }
        out.raw(HEADER_4).text(page.user().name()).raw(HEADER_5);
        out.text(page.user().email()).raw(HEADER_6);
    }

    private static void product(HandBuffer out, Product product) {
        out.raw(PRODUCT_1).text(product.url()).raw(QUOTE_CLOSE).text(product.name());
        out.raw(PRODUCT_2).text(product.description()).raw(PRODUCT_3);
        if (product.stock() > 0) {
            out.raw(PRODUCT_STOCK).number(product.stock()).raw(PRODUCT_IN_STOCK);
        } else {
            out.raw(PRODUCT_GONE);
        }
        out.raw(PRODUCT_4).number(product.price()).raw(PRODUCT_5);
        for (String tag : product.tags()) {
            out.raw(TAG).text(tag).raw(TAG_END);
        }
        out.raw(PRODUCT_6);
    }

    private static void anchor(HandBuffer out, Link link) {
        out.text(link.url()).raw(QUOTE_CLOSE).text(link.label()).raw(ANCHOR_END);
    }
}
