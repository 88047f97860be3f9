package dev.kida.benchmarks.http;

/** A row of the page. */
public record Item(int id, String name, String category, double price, int stock) {}
