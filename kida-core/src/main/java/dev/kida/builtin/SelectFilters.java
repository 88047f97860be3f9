package dev.kida.builtin;

import dev.kida.value.CallContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters that keep or drop the items that pass a test. */
final class SelectFilters {

    private SelectFilters() {}

    static void register(Library filters) {
        filters.add(
                        "select",
                        "value, test=null, *args",
                        (args, context) -> keep(args[0], null, ItemTest.of(args[1], args[2], context), true))
                .add(
                        "reject",
                        "value, test=null, *args",
                        (args, context) -> keep(args[0], null, ItemTest.of(args[1], args[2], context), false))
                .add("selectattr", "value, attr, *args", (args, context) -> keepByAttribute(args, context, true))
                .add("rejectattr", "value, attr, *args", (args, context) -> keepByAttribute(args, context, false));
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
            Object item = items.next();
            if (test.passes(path == null ? item : path.read(item, null)) == passing) {
                result.add(item);
            }
        }
        return result;
    }
}
