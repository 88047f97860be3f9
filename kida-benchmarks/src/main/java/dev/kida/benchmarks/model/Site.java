package dev.kida.benchmarks.model;

import java.util.List;

/** What is the same on every page of a site: the frame around the content. */
public record Site(String name, String slogan, int year, List<Link> navigation, List<Link> footer) {}
