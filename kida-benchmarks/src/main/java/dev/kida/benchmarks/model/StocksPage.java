package dev.kida.benchmarks.model;

import java.util.List;

/** The model of the stocks page: one table. */
public record StocksPage(List<Stock> items) {}
