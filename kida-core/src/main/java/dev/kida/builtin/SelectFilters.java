package dev.kida.builtin;

import dev.kida.value.CallContext;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Values;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters that keep or drop the items that pass a test. */
final class SelectFilters {

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "select reject selectattr rejectattr";

    private SelectFilters() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "select" ->
                Library.function(
                        name,
                        "value, test=null, *args",
                        (args, context) -> keep(args[0], null, ItemTest.of(args[1], args[2], context), true));
            case "reject" ->
                Library.function(
                        name,
                        "value, test=null, *args",
                        (args, context) -> keep(args[0], null, ItemTest.of(args[1], args[2], context), false));
            case "selectattr" ->
                Library.function(name, "value, attr, *args", (args, context) -> keepByAttribute(args, context, true));
            case "rejectattr" ->
                Library.function(name, "value, attr, *args", (args, context) -> keepByAttribute(args, context, false));
            default -> throw Library.unknown(name);
        };
    }

    private static List<@Nullable Object> keepByAttribute(
            @Nullable Object[] args, CallContext context, boolean passing) {
        List<?> rest = args[2] instanceof List<?> list ? list : List.of();
        Object test = rest.isEmpty() ? null : rest.get(0);
        List<?> testArguments = rest.isEmpty() ? rest : rest.subList(1, rest.size());
        return keep(args[0], AttributePath.of(args[1], context), ItemTest.of(test, testArguments, context), passing);
    }

    private static List<@Nullable Object> keep(
            @Nullable Object value, @Nullable AttributePath path, ItemTest test, boolean passing) {
        List<@Nullable Object> result = new ArrayList<>();
        Iterator<@Nullable Object> items = Items.of(value, passing ? "select" : "reject");
        while (items.hasNext()) {
            Object item = Values.unwrap(items.next());
            if (test.passes(path == null ? item : path.read(item, null)) == passing) {
                result.add(item);
            }
        }
        return result;
    }
}
