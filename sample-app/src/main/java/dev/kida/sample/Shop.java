package dev.kida.sample;

import java.util.Locale;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the shop's database. Nothing is asked of it before somebody subscribes. */
@Service
class Shop {

    private static final String TAKINGS =
            "SELECT COUNT(*) AS orders, SUM(quantity) AS pieces, SUM(total) AS revenue FROM customer_order";

    private static final String ORDERS = "SELECT o.id, o.customer, p.name AS product, o.quantity, o.total"
            + " FROM customer_order o JOIN product p ON p.id = o.product_id ORDER BY o.id DESC";

    private static final String PRODUCTS = "SELECT id, name, price, stock FROM product ORDER BY name";

    private static final String SEARCH =
            "SELECT id, name, price, stock FROM product WHERE LOWER(name) LIKE :part ORDER BY name";

    private static final String INSERT = "INSERT INTO product (id, name, price, stock)"
            + " SELECT MAX(id) + 1, CAST(:name AS VARCHAR(80)), CAST(:price AS NUMERIC(8, 2)), CAST(:stock AS INTEGER)"
            + " FROM product";

    private final DatabaseClient database;
    private final Pace pace;
    private final Sources sources;

    Shop(DatabaseClient database, Pace pace, Sources sources) {
        this.database = database;
        this.pace = pace;
        this.sources = sources;
    }

    /** What has been earned: one value, which takes its time. */
    Mono<Takings> takings() {
        Mono<Takings> takings =
                database.sql(TAKINGS).mapProperties(Takings.class).one();
        return sources.watch("takings", pace.one("takings", takings));
    }

    /** The orders, newest first, arriving one by one. */
    Flux<CustomerOrder> orders() {
        Flux<CustomerOrder> orders =
                database.sql(ORDERS).mapProperties(CustomerOrder.class).all();
        return sources.watch("orders", pace.each("orders", orders));
    }

    /** What is in stock, arriving one by one. */
    Flux<Product> products() {
        Flux<Product> products =
                database.sql(PRODUCTS).mapProperties(Product.class).all();
        return sources.watch("products", pace.each("products", products));
    }

    /** What is in stock and has this text in its name. */
    Flux<Product> products(String part) {
        Flux<Product> products = database.sql(SEARCH)
                .bind("part", "%" + part.toLowerCase(Locale.ROOT) + "%")
                .mapProperties(Product.class)
                .all();
        return sources.watch("search", products);
    }

    /** Puts a new product on the shelf; its properties have been validated. */
    Mono<Void> add(ProductForm product) {
        return database.sql(INSERT)
                .bind("name", product.getName())
                .bind("price", Objects.requireNonNull(product.getPrice()))
                .bind("stock", Objects.requireNonNull(product.getStock()))
                .then();
    }
}
