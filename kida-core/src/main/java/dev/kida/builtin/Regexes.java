package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Text;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** {@code match}: regular expressions, compiled once. */
final class Regexes {

    /** Patterns may come from data, so the cache must not grow without end. */
    private static final int MAX_CACHED = 256;

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private Regexes() {}

    /** Whether the expression matches at the start of the text, not necessarily all of it. */
    static boolean matchesStart(@Nullable Object value, @Nullable Object regex) {
        String expression = Text.textOrNull(regex);
        if (expression == null) {
            throw TemplateRuntimeException.type("match needs a regular expression, not " + Args.brief(regex));
        }
        if (value == null) {
            return false;
        }
        try {
            return compile(expression).matcher(new BoundedText(Text.of(value))).lookingAt();
        } catch (StackOverflowError deep) { // repeated groups recurse
            throw BoundedText.tooComplex();
        }
    }

    private static Pattern compile(String expression) {
        Pattern known = PATTERNS.get(expression);
        if (known != null) {
            return known;
        }
        try {
            Pattern pattern = Pattern.compile(expression);
            if (PATTERNS.size() >= MAX_CACHED) {
                PATTERNS.clear();
            }
            PATTERNS.put(expression, pattern);
            return pattern;
        } catch (PatternSyntaxException e) {
            throw TemplateRuntimeException.value("invalid regular expression: " + e.getDescription());
        }
    }
}
