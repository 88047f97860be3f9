package dev.kida.sample;

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
}
