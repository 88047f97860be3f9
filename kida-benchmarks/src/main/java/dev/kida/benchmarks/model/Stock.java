package dev.kida.benchmarks.model;

/** One row of the stocks page. */
public record Stock(String name, String url, String symbol, double price, double change, double ratio) {}
