package dev.kida.builtin;

import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.TypeNames;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Filters for a look at values while a template is being written. */
final class DebugFilters {

    private static final System.Logger LOGGER = System.getLogger("kida.debug");

    private static final int MAX_ITEM = 200;

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "pprint debug";

    private DebugFilters() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "pprint" -> Library.function(name, "value", (args, context) -> PrettyPrint.print(args[0]));
            case "debug" ->
                Library.function(name, "value, label=null, max_items=5", (args, context) -> {
                    int maxItems = Args.integer(args[2], "max_items");
                    String place = context.place();
                    LOGGER.log(System.Logger.Level.INFO, () -> place + ": " + describe(args[0], args[1], maxItems));
                    return args[0];
                });
            default -> throw Library.unknown(name);
        };
    }

    private static String describe(@Nullable Object value, @Nullable Object label, int maxItems) {
        StringBuilder result = new StringBuilder();
        if (label != null) {
            result.append('[').append(Texts.brief(Text.of(label))).append("] ");
        }
        result.append(TypeNames.of(value));
        int size = Items.size(value);
        if (size >= 0) {
            result.append(" of ").append(size);
        }
        result.append(": ");
        if (value instanceof Collection<?> items) {
            return result.append(members(items, maxItems)).toString();
        }
        if (value instanceof Map<?, ?> map) {
            return result.append(members(map.entrySet(), maxItems)).toString();
        }
        return result.append(shortened(value)).toString();
    }

    private static String members(Collection<?> items, int maxItems) {
        StringJoiner joiner = new StringJoiner(", ", "[", "]");
        Iterator<?> iterator = items.iterator();
        for (int i = 0; iterator.hasNext(); i++) {
            if (i >= maxItems) {
                joiner.add("…");
                break;
            }
            joiner.add(shortened(iterator.next()));
        }
        return joiner.toString();
    }

    private static String shortened(@Nullable Object value) {
        String text = value instanceof Map.Entry<?, ?> entry && !(value instanceof Map)
                ? Text.repr(entry.getKey()) + ": " + Text.repr(entry.getValue())
                : Text.repr(value);
        return text.length() <= MAX_ITEM ? text : Texts.prefix(text, MAX_ITEM) + "…";
    }
}
