package dev.kida.spring;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A view name taken apart: {@code orders} is a page, {@code orders#rows} is one block of it, {@code orders#rows,count} is two.
 * Names are only ever compared with what there is; nothing in them is evaluated.
 *
 * @param page the name of the template, without its suffix
 * @param blocks the blocks to render, empty for the page
 */
record ViewName(String page, List<String> blocks) {

    private static final Pattern BLOCKS =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*(,[\\p{L}_][\\p{L}\\p{N}_-]*){0,15}");
    private static final int LONGEST = 512;

    /** Null when the part after {@code #} is not a list of block names: then it is no name of ours. */
    static @Nullable ViewName parse(String viewName) {
        int hash = viewName.indexOf('#');
        if (hash < 0) {
            return new ViewName(viewName, List.of());
        }
        String blocks = viewName.substring(hash + 1);
        return blocks.length() <= LONGEST && BLOCKS.matcher(blocks).matches()
                ? new ViewName(viewName.substring(0, hash), List.of(blocks.split(",")))
                : null;
    }
}
