package dev.kida.conformance;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what the reference prints into the words of this engine: booleans in small letters, none as nothing. */
final class HouseText {

    private static final Pattern WORD = Pattern.compile("\\b(True|False|None)\\b");

    private HouseText() {}

    /** The texts that may stand for the reference's; inside of a list or map, none is {@code null}. */
    static List<String> of(String reference) {
        return Stream.of(reference, translated(reference, ""), translated(reference, "null"))
                .distinct()
                .collect(Collectors.toList());
    }

    private static String translated(String reference, String none) {
        Matcher word = WORD.matcher(reference);
        return word.replaceAll(
                match -> match.group().equals("None") ? none : match.group().toLowerCase(Locale.ROOT));
    }
}
