package dev.kida.docs.webmvc;

public record Departure(String time, String to) {}
