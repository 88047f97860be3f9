package dev.kida.docs.webmvc;

record Departure(String time, String to) {}
