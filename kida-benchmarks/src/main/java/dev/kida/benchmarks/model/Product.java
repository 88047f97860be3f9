package dev.kida.benchmarks.model;

import java.util.List;

/** One product of the catalog. */
public record Product(String name, String url, String description, double price, int stock, List<String> tags) {

    /** For engines that cannot compare. */
    public boolean available() {
        return stock > 0;
    }
}
