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
import java.util.List;

/** What one would write without a template engine: the yardstick. */
final class HandWritten implements PageEngine {

    private static final int CAPACITY = 16 * 1024;
    private static final int ROW = 160;

    @Override
    public Rendering open(Page page, Model<?> model) {
        return switch (page) {
            case TINY -> {
                TinyPage data = (TinyPage) model.typed();
                yield () -> tiny(data);
            }
            case STOCKS -> {
                StocksPage data = (StocksPage) model.typed();
                yield () -> stocks(data);
            }
            case MEDIUM -> {
                MediumPage data = (MediumPage) model.typed();
                yield () -> medium(data);
            }
            case LARGE -> {
                LargePage data = (LargePage) model.typed();
                yield () -> large(data);
            }
            case DEEP -> {
                DeepPage data = (DeepPage) model.typed();
                yield () -> deep(data);
            }
        };
    }

    private static String tiny(TinyPage page) {
        StringBuilder out = new StringBuilder(128);
        out.append("<p>Hello ");
        escape(out, page.name());
        return out.append(", there are ")
                .append(page.messages())
                .append(" new messages.</p>\n")
                .toString();
    }

    private static String large(LargePage page) {
        StringBuilder out = new StringBuilder(page.rows().size() * ROW);
        out.append("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <title>Customers</title>
            </head>
            <body>
              <table>
            """);
        for (Row row : page.rows()) {
            out.append(row.active() ? "    <tr class=\"active\">\n      <td>" : "    <tr>\n      <td>");
            out.append(row.id()).append("</td>\n      <td>");
            escape(out, row.name());
            out.append("</td>\n      <td>");
            escape(out, row.city());
            out.append("</td>\n      <td>").append(row.amount()).append("</td>\n    </tr>\n");
        }
        return out.append("  </table>\n</body>\n</html>\n").toString();
    }

    private static String deep(DeepPage page) {
        Site site = page.site();
        StringBuilder out = new StringBuilder(CAPACITY);
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n  <meta charset=\"utf-8\">\n  <title>");
        escape(out, page.title());
        out.append(" - ");
        escape(out, page.section());
        out.append("</title>\n</head>\n<body>\n  <header>\n    <h1>");
        escape(out, site.name());
        out.append("</h1>\n    <nav>\n");
        for (Link link : site.navigation()) {
            out.append("      <a href=\"");
            escape(out, link.url());
            out.append(link.active() ? "\" class=\"active\">" : "\">");
            escape(out, link.label());
            out.append("</a>\n");
        }
        out.append("    </nav>\n  </header>\n  <main>\n    <section>\n      <h2>");
        escape(out, page.section());
        out.append("</h2>\n      <article>\n        <h3>");
        escape(out, page.title());
        out.append("</h3>\n        <div class=\"cards\">\n");
        for (Card card : page.cards()) {
            card(out, card);
        }
        out.append("        </div>\n      </article>\n    </section>\n  </main>\n  <footer>&copy; ");
        out.append(site.year()).append(' ');
        escape(out, site.name());
        return out.append("</footer>\n</body>\n</html>\n").toString();
    }

    private static void card(StringBuilder out, Card card) {
        out.append("        <div class=\"card\">\n          <h4><a href=\"");
        escape(out, card.url());
        out.append("\">");
        escape(out, card.title());
        out.append("</a></h4>\n          ");
        badge(out, card.label(), card.featured());
        out.append("\n          <p>");
        escape(out, card.text());
        out.append("</p>\n        </div>\n");
    }

    private static void badge(StringBuilder out, String label, boolean featured) {
        out.append(featured ? "<span class=\"badge featured\">" : "<span class=\"badge\">");
        escape(out, label);
        out.append("</span>");
    }

    private static String stocks(StocksPage page) {
        StringBuilder out = new StringBuilder(CAPACITY);
        out.append("""
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
        List<Stock> items = page.items();
        for (int i = 0; i < items.size(); i++) {
            row(out, i + 1, items.get(i));
        }
        return out.append("""
                </tbody>
              </table>
            </body>
            </html>
            """).toString();
    }

    private static void row(StringBuilder out, int index, Stock item) {
        out.append("      <tr class=\"").append(index % 2 == 1 ? "odd" : "even").append("\">\n        <td>");
        out.append(index).append("</td>\n        <td><a href=\"/stocks/");
        escape(out, item.symbol());
        out.append("\">");
        escape(out, item.symbol());
        out.append("</a></td>\n        <td><a href=\"");
        escape(out, item.url());
        out.append("\">");
        escape(out, item.name());
        out.append("</a></td>\n        <td><strong>").append(item.price()).append("</strong></td>\n");
        number(out, item.change());
        number(out, item.ratio());
        out.append("      </tr>\n");
    }

    private static void number(StringBuilder out, double value) {
        out.append(value < 0 ? "        <td class=\"minus\">" : "        <td>");
        out.append(value).append("</td>\n");
    }

    private static String medium(MediumPage page) {
        Site site = page.site();
        StringBuilder out = new StringBuilder(CAPACITY);
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n  <meta charset=\"utf-8\">\n  <title>");
        escape(out, page.title());
        out.append(" - ");
        escape(out, site.name());
        out.append("</title>\n  <link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n");
        header(out, page);
        out.append("  <main>\n    <h2>");
        escape(out, page.title());
        out.append("</h2>\n    <section class=\"products\">\n");
        for (Product product : page.products()) {
            product(out, product);
        }
        out.append("    </section>\n    <section class=\"reviews\">\n");
        for (Review review : page.reviews()) {
            review(out, review);
        }
        out.append("    </section>\n  </main>\n");
        footer(out, site);
        return out.append("</body>\n</html>\n").toString();
    }

    private static void header(StringBuilder out, MediumPage page) {
        out.append("  <header>\n    <h1>");
        escape(out, page.site().name());
        out.append("</h1>\n    <p>");
        escape(out, page.site().slogan());
        out.append("</p>\n    <nav>\n      <ul>\n");
        for (Link link : page.site().navigation()) {
            out.append(link.active() ? "        <li class=\"active\"><a href=\"" : "        <li><a href=\"");
            anchor(out, link);
        }
        out.append("      </ul>\n    </nav>\n    <p>Signed in as ");
        escape(out, page.user().name());
        out.append(" (");
        escape(out, page.user().email());
        out.append(")</p>\n  </header>\n");
    }

    private static void product(StringBuilder out, Product product) {
        out.append("      <article class=\"product\">\n        <h3><a href=\"");
        escape(out, product.url());
        out.append("\">");
        escape(out, product.name());
        out.append("</a></h3>\n        <p>");
        escape(out, product.description());
        out.append("</p>\n");
        if (product.stock() > 0) {
            out.append("        <p>").append(product.stock()).append(" in stock</p>\n");
        } else {
            out.append("        <p class=\"gone\">sold out</p>\n");
        }
        out.append("        <strong>").append(product.price()).append("</strong>\n        <ul>\n");
        for (String tag : product.tags()) {
            out.append("          <li>");
            escape(out, tag);
            out.append("</li>\n");
        }
        out.append("        </ul>\n      </article>\n");
    }

    private static void review(StringBuilder out, Review review) {
        out.append("      <article class=\"review\">\n        <h4>");
        escape(out, review.author());
        out.append("</h4>\n        <p>");
        escape(out, review.text());
        out.append("</p>\n        <small>").append(review.stars()).append(" of 5</small>\n      </article>\n");
    }

    private static void footer(StringBuilder out, Site site) {
        out.append("  <footer>\n    <ul>\n");
        for (Link link : site.footer()) {
            out.append("      <li><a href=\"");
            anchor(out, link);
        }
        out.append("    </ul>\n    <p>&copy; ").append(site.year()).append(' ');
        escape(out, site.name());
        out.append("</p>\n  </footer>\n");
    }

    private static void anchor(StringBuilder out, Link link) {
        escape(out, link.url());
        out.append("\">");
        escape(out, link.label());
        out.append("</a></li>\n");
    }

    private static void escape(StringBuilder out, String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity =
                    switch (text.charAt(i)) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '"' -> "&#34;";
                        case '\'' -> "&#39;";
                        default -> null;
                    };
            if (entity != null) {
                out.append(text, from, i).append(entity);
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
    }
}
