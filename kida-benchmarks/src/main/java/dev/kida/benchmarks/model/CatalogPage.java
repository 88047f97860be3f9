package dev.kida.benchmarks.model;

import java.util.List;

/** The model of the layout page: about a hundred values within an inherited frame. */
public record CatalogPage(String title, Site site, User user, List<Product> products, List<Review> reviews) {}
