package dev.kida.benchmarks.model;

/** An entry of the navigation or of the footer. */
public record Link(String label, String url, boolean active) {}
