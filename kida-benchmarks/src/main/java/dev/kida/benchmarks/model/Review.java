package dev.kida.benchmarks.model;

/** What a customer said. */
public record Review(String author, String text, int stars) {}
