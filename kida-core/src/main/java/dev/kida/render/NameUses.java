package dev.kida.render;

import dev.kida.analyze.Reads;
import java.util.List;
import java.util.Map;

/**
 * Which names of the context a template can read, and what else it can reach. Conservative: what is not here cannot be
 * used.
 *
 * @param sections what the page and each block read, by the name of the block
 * @param parents literal names of the templates it extends
 * @param dynamic whether templates named by an expression share the context, so that any name may be used
 */
public record NameUses(Map<String, Reads> sections, List<String> parents, boolean dynamic) {}
