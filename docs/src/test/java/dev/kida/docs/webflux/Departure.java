package dev.kida.docs.webflux;

record Departure(String time, String to) {}
