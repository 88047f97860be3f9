package dev.kida.benchmarks.model;

import java.util.List;

/** The model of the medium page: about a hundred values within an inherited frame. */
public record MediumPage(String title, Site site, User user, List<Product> products, List<Review> reviews) {}
