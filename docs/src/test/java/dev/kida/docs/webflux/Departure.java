package dev.kida.docs.webflux;

public record Departure(String time, String to) {}
