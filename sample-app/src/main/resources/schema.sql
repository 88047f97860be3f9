-- Plain SQL that H2 and PostgreSQL both read.
CREATE TABLE IF NOT EXISTS product (
    id    INTEGER       PRIMARY KEY,
    name  VARCHAR(80)   NOT NULL,
    price NUMERIC(8, 2) NOT NULL,
    stock INTEGER       NOT NULL
);

CREATE TABLE IF NOT EXISTS customer_order (
    id         INTEGER        PRIMARY KEY,
    customer   VARCHAR(80)    NOT NULL,
    product_id INTEGER        NOT NULL REFERENCES product (id),
    quantity   INTEGER        NOT NULL,
    total      NUMERIC(10, 2) NOT NULL
);
