package dev.kida.analyze;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one part of a template, its page or a block, reads names of the context, runs other templates, and places
 * blocks, when the part runs once. What can happen more than once counts twice.
 *
 * @param names names of the context
 * @param templates literal names of templates that share the context, parents excepted
 * @param blocks blocks that are placed there
 */
public record Reads(Map<String, Integer> names, Map<String, Integer> templates, Map<String, Integer> blocks) {

    /** Under which the reads outside of blocks are found. */
    public static final String PAGE = "";

    /** Under which the reads of what precedes a block that is rendered alone are found; no block has such a name. */
    public static final String SETUP = " ";

    Reads() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }
}
