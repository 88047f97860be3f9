package dev.kida.builtin;

import dev.kida.value.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code pprint}: a value on one line if it fits, else one member per line; keys are sorted. */
final class PrettyPrint {

    private static final int WIDTH = 80;

    private static final int MAX_DEPTH = 32;

    private PrettyPrint() {}

    static String print(@Nullable Object value) {
        return print(value, 0);
    }

    private static String print(@Nullable Object value, int depth) {
        boolean map = value instanceof Map;
        if ((!map && !(value instanceof Collection)) || depth > MAX_DEPTH) {
            return Text.repr(value);
        }
        List<String> members = members(value, depth);
        String open = map ? "{" : "[";
        String close = map ? "}" : "]";
        String line = open + String.join(", ", members) + close;
        if (line.length() + depth <= WIDTH && line.indexOf('\n') < 0) {
            return line;
        }
        String indent = "\n" + " ".repeat(depth + 1);
        return open + String.join("," + indent, members) + close;
    }

    private static List<String> members(@Nullable Object value, int depth) {
        List<String> members = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                members.add(Text.repr(entry.getKey()) + ": " + print(entry.getValue(), depth + 1));
            }
            members.sort(null);
        } else if (value instanceof Collection<?> items) {
            for (Object item : items) {
                members.add(print(item, depth + 1));
            }
        }
        return members;
    }
}
