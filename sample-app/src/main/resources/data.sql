-- The rows of a fresh database; one that has rows already keeps them.
INSERT INTO product (id, name, price, stock)
SELECT v.id, v.name, v.price, v.stock
FROM (VALUES
    (1, 'Bamboo brush, fine', 8.50, 41),
    (2, 'Bone folder', 6.90, 18),
    (3, 'Crane, folded <by hand>', 24.00, 5),
    (4, 'Cutting mat A3', 19.50, 12),
    (5, 'Indigo ink', 11.20, 33),
    (6, 'Kozo paper, 10 sheets', 15.80, 64),
    (7, 'Lantern kit', 32.00, 7),
    (8, 'Linen thread & needle', 5.40, 52),
    (9, 'Notebook "Tide"', 13.90, 28),
    (10, 'Origami squares, 200', 9.90, 90),
    (11, 'Paper kite', 27.50, 3),
    (12, 'Washi tape, set of six', 12.60, 46)
) AS v (id, name, price, stock)
WHERE NOT EXISTS (SELECT 1 FROM product);

INSERT INTO customer_order (id, customer, product_id, quantity, total)
SELECT v.id, v.customer, v.product_id, v.quantity, v.total
FROM (VALUES
    (1001, 'Ada Okafor', 6, 2, 31.60),
    (1002, 'Bjørn Dahl', 10, 5, 49.50),
    (1003, 'Chiara Rossi', 3, 1, 24.00),
    (1004, 'Dev Patel', 5, 3, 33.60),
    (1005, 'Élodie Martin', 9, 4, 55.60),
    (1006, 'Farah & Sons', 12, 10, 126.00),
    (1007, 'Goro Tanaka', 7, 1, 32.00),
    (1008, 'Hana Nováková', 11, 2, 55.00)
) AS v (id, customer, product_id, quantity, total)
WHERE NOT EXISTS (SELECT 1 FROM customer_order);
