package dev.kida.benchmarks.model;

import java.util.List;

/** The model of the large page: a table of a thousand rows. */
public record LargePage(List<Row> rows) {}
