package dev.kida.benchmarks.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The data that every engine shows. It needs escaping here and there, but only characters for which all engines write
 * the same entity; and its decimals have a fraction, since some engines leave out a zero one.
 */
public final class SampleData {

    private static final List<String> COMPANIES = List.of(
            "Adobe Systems",
            "Advanced Micro Devices",
            "Agilent",
            "AT&T",
            "Barnes & Noble",
            "Cisco",
            "Dell",
            "Ford Motor",
            "General Electric",
            "Harley & Sons",
            "Intel",
            "Johnson & Johnson",
            "Kellogg",
            "Lowe",
            "Microsoft",
            "Nvidia",
            "Oracle",
            "Procter & Gamble",
            "Qualcomm",
            "Texas Instruments");

    private static final List<String> GOODS = List.of(
            "Teapot", "Salt & Pepper Mill", "Lantern", "Ladle", "Bread <Sourdough>", "Kettle", "Apron", "Stool");

    private SampleData() {}

    /** Two values. */
    static Model<?> tiny() {
        TinyPage page = new TinyPage("Ada Lovelace", 3);
        return new Model<>(page, Map.of("name", page.name(), "messages", page.messages()));
    }

    /** A thousand rows. */
    static Model<?> large() {
        LargePage page = new LargePage(IntStream.range(0, 1000)
                .mapToObj(i -> new Row(
                        i + 1,
                        COMPANIES.get(i % COMPANIES.size()) + " " + i,
                        GOODS.get(i % GOODS.size()),
                        hundredths(i * 3.25 + 0.37),
                        i % 4 == 0))
                .toList());
        return new Model<>(page, Map.of("rows", page.rows()));
    }

    /** Twelve components within five layouts. */
    static Model<?> deep() {
        Site site = new Site("Kitchen & Co", "Everything for the table", 2026, links("/section", 6), List.of());
        List<Card> cards = IntStream.range(0, 12)
                .mapToObj(i -> new Card(
                        GOODS.get(i % GOODS.size()),
                        "/cards/" + i + "?deep&page",
                        "What to know about it before one buys the " + (i + 1) + "th",
                        i % 3 == 0 ? "new & hot" : "classic",
                        i % 5 == 0))
                .toList();
        DeepPage page = new DeepPage("Guides", "Cooking & Baking", site, cards);
        return new Model<>(
                page, Map.of("title", page.title(), "section", page.section(), "site", site, "cards", cards));
    }

    /** Twenty rows, some of them falling. */
    static Model<?> stocks() {
        StocksPage page = new StocksPage(IntStream.range(0, COMPANIES.size())
                .mapToObj(i -> stock(i, COMPANIES.get(i)))
                .toList());
        return new Model<>(page, Map.of("items", page.items()));
    }

    private static Stock stock(int i, String name) {
        String symbol = name.substring(0, 3).toUpperCase(Locale.ROOT).replace("&", "N");
        double change = hundredths((i % 3 == 0 ? -1 : 1) * (i + 0.37));
        return new Stock(
                i + 1,
                name,
                "/stocks/find?" + symbol + "&" + i,
                symbol,
                hundredths(12.57 + i * 7.25),
                change,
                hundredths(change / 4));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** A page of a shop. */
    static Model<?> medium() {
        Site site =
                new Site("Kitchen & Co", "Everything for the table", 2026, links("/section", 8), links("/about", 6));
        List<Product> products = IntStream.range(0, GOODS.size())
                .mapToObj(i -> product(i, GOODS.get(i)))
                .toList();
        List<Review> reviews = IntStream.range(0, 6)
                .mapToObj(i ->
                        new Review("Customer " + i, "Lasts longer than " + i + " years & still <shines>", i % 5 + 1))
                .toList();
        User user = new User("Ada Lovelace", "ada@example.org");
        MediumPage page = new MediumPage("Catalog", site, user, products, reviews);
        return new Model<>(
                page,
                Map.of("title", page.title(), "site", site, "user", user, "products", products, "reviews", reviews));
    }

    private static Product product(int i, String name) {
        return new Product(
                name,
                "/products/" + i + "?catalog&page",
                "A " + name + " of the kind that is handed on from one generation to the next.",
                19.85 + i * 3.5,
                i % 3 == 2 ? 0 : i * 4 + 1,
                List.of("kitchen", "gift", "series " + i));
    }

    private static List<Link> links(String path, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Link("Page " + i, path + "/" + i, i == 2))
                .toList();
    }
}
