package dev.kida.builtin;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.Comparisons;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.Truth;
import dev.kida.value.Tuple;
import dev.kida.value.TypeNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters that put items in order. */
final class SortFilters {

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "sort groupby dictsort";

    private SortFilters() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "sort" ->
                Library.function(
                        name,
                        "value, reverse=false, case_sensitive=false, attribute=null",
                        (args, context) -> sort(args, context));
            case "groupby" ->
                Library.function(
                        name,
                        "value, attribute",
                        (args, context) -> Grouping.group(args[0], AttributePath.of(args[1], context), context));
            case "dictsort" ->
                Library.function(
                        name,
                        "value, case_sensitive=false, by='key', reverse=false",
                        (args, context) -> dictSort(args[0], Truth.of(args[1]), args[2], Truth.of(args[3])));
            default -> throw Library.unknown(name);
        };
    }

    private static List<@Nullable Object> sort(@Nullable Object[] args, CallContext context) {
        Object value = args[0];
        if (value == null || !Truth.of(value)) {
            return new ArrayList<>();
        }
        // A name in the place of 'reverse' can only be meant as the attribute.
        boolean named = Text.isText(args[1]);
        Object attribute = named ? args[1] : args[3];
        boolean reverse = !named && Truth.of(args[1]);
        List<@Nullable Object> items = Items.copy(value, "sort");
        return attribute == null
                ? SortKeys.sort(items, item -> item, !Truth.of(args[2]), reverse, context)
                : SortKeys.sortByAttributes(items, Text.of(attribute), !Truth.of(args[2]), reverse, context);
    }

    private static List<Tuple> dictSort(
            @Nullable Object value, boolean caseSensitive, @Nullable Object by, boolean reverse) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new TemplateRuntimeException(
                    ErrorCode.K_RUN_010, "dictsort needs a dict, not " + TypeNames.of(value));
        }
        List<Tuple> pairs = new ArrayList<>(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            pairs.add(Tuple.of(entry.getKey(), entry.getValue()));
        }
        int index = Text.of(by).equals("value") ? 1 : 0;
        Comparator<Tuple> order =
                (a, b) -> Comparisons.compare(folded(a.get(index), caseSensitive), folded(b.get(index), caseSensitive));
        pairs.sort(reverse ? order.reversed() : order);
        return pairs;
    }

    private static @Nullable Object folded(@Nullable Object value, boolean caseSensitive) {
        String text = caseSensitive ? null : Text.textOrNull(value);
        return text == null ? value : Texts.lower(text);
    }
}
