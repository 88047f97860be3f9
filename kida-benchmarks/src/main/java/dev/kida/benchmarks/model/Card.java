package dev.kida.benchmarks.model;

/** What one component shows on the deep page. */
public record Card(String title, String url, String text, String label, boolean featured) {}
