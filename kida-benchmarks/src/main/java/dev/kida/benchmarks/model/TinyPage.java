package dev.kida.benchmarks.model;

/** The model of the smallest page: two values. */
public record TinyPage(String name, int messages) {}
