package dev.kida.render;

import java.util.Map;
import java.util.Set;

/**
 * Which names of the context a template can read, and what else it can reach. Conservative: what is not here cannot be
 * used.
 *
 * @param counts name to how often it can be read; a name read in a loop or component counts twice
 * @param templates literal names of templates that share the context
 * @param dynamic whether templates named by an expression share the context, so that any name may be used
 */
public record NameUses(Map<String, Integer> counts, Set<String> templates, boolean dynamic) {}
