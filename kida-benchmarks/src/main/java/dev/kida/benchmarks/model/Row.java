package dev.kida.benchmarks.model;

/** One row of the large table. */
public record Row(int id, String name, String city, double amount, boolean active) {}
