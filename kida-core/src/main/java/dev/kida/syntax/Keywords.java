package dev.kida.syntax;

import dev.kida.error.Similarity;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The words a block tag may start with. */
final class Keywords {

    /** Blocks that are closed by {@code end} or {@code end} with their name. */
    private static final Set<String> BLOCKS = Set.of(
            "if",
            "unless",
            "for",
            "while",
            "match",
            "try",
            "defer",
            "with",
            "block",
            "fragment",
            "globals",
            "imports",
            "def",
            "region",
            "call",
            "slot",
            "capture",
            "cache",
            "filter",
            "spaceless",
            "embed",
            "provide",
            "push",
            "trans",
            "raw");

    private static final Set<String> SINGLE = Set.of(
            "set",
            "let",
            "export",
            "promote",
            "include",
            "import",
            "from",
            "extends",
            "template",
            "break",
            "continue",
            "flush",
            "stack",
            "yield",
            "async");

    private static final Set<String> MIDDLE = Set.of("else", "elif", "empty", "case", "loading", "fallback", "plural");

    /** Words of other template languages, with the construct to use instead. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("macro", "Use 'def' for a component"),
            Map.entry("endmacro", "Use 'def' for a component, closed by 'end' or 'enddef'"),
            Map.entry("namespace", "Use 'let', and 'export' to assign from inside a block"),
            Map.entry("endset", "Use 'capture' to assign the output of a block"),
            Map.entry("fill", "Use 'slot' inside 'call'"),
            Map.entry("endfill", "Use 'slot' inside 'call', closed by 'end' or 'endslot'"),
            Map.entry("verbatim", "Use 'raw'"),
            Map.entry("do", "Write {% set _ = expression %}"),
            Map.entry("elseif", "Write 'elif'"),
            Map.entry(
                    "autoescape", "Escaping is decided for a whole template, use the filter 'safe' for single values"));

    private Keywords() {}

    /** Whether a tag with this word ends the body it stands in. */
    static boolean endsBody(String word) {
        return MIDDLE.contains(word) || word.equals("end") || isCloser(word);
    }

    private static boolean isCloser(String word) {
        return word.startsWith("end") && BLOCKS.contains(word.substring("end".length()));
    }

    /** Whether a word means something in the language, so that no tag of an application can be called that. */
    static boolean isReserved(String word) {
        return BLOCKS.contains(word) || SINGLE.contains(word) || endsBody(word);
    }

    /** What to write instead of an unknown word. */
    static String suggestion(String word, Set<String> ofApplication) {
        String foreign = FOREIGN.get(word);
        if (foreign != null) {
            return foreign;
        }
        Set<String> known = new TreeSet<>(BLOCKS);
        known.addAll(SINGLE);
        known.addAll(ofApplication);
        String similar = Similarity.closest(word, known);
        String tags = "Tags are " + String.join(", ", known);
        return similar == null ? tags : "Did you mean '" + similar + "'? " + tags;
    }
}
