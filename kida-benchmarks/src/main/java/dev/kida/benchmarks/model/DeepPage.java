package dev.kida.benchmarks.model;

import java.util.List;

/** The model of the deep page: five levels of layout around components. */
public record DeepPage(String title, String section, Site site, List<Card> cards) {}
