package dev.kida.benchmarks.model;

/** Who is signed in. */
public record User(String name, String email) {}
