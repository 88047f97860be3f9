package dev.kida.benchmarks.model;

import java.util.Map;

/**
 * A page's data in the two forms that engines take it.
 *
 * @param typed for those whose templates declare the type of their parameters
 * @param map the same objects by name, for those which look names up
 */
public record Model<T>(T typed, Map<String, Object> map) {}
