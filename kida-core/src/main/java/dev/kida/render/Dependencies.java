package dev.kida.render;

import java.util.List;

/** The templates a template names by literals, by the statement that names them (spec 06 §7). */
public record Dependencies(List<String> parents, List<String> includes, List<String> embeds, List<String> imports) {}
