package dev.kida.builtin;

import dev.kida.value.TemplateFunction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filters, tests and global functions of the template language. All of them are stateless and shared. */
public final class Builtins {

    private static final Map<String, TemplateFunction> FILTERS = buildFilters();
    private static final Map<String, TemplateFunction> TESTS = buildTests();
    private static final Map<String, @Nullable Object> GLOBALS = buildGlobals();

    private Builtins() {}

    /** The filters by name; unmodifiable. */
    public static Map<String, TemplateFunction> filters() {
        return FILTERS;
    }

    /** The tests by name; unmodifiable. */
    public static Map<String, TemplateFunction> tests() {
        return TESTS;
    }

    /** The global functions by name; unmodifiable. */
    public static Map<String, @Nullable Object> globals() {
        return GLOBALS;
    }

    /** The {@code tojson} filter with a say in how objects of the host are written. */
    public static TemplateFunction tojson(JsonEncoder encoder) {
        return JsonFilter.of(encoder);
    }

    private static Map<String, TemplateFunction> buildFilters() {
        Library library = new Library();
        TextFilters.register(library);
        EscapeFilters.register(library);
        AccessFilters.register(library);
        NumberFilters.register(library);
        DateFilters.register(library);
        CollectionFilters.register(library);
        SelectFilters.register(library);
        MapFilter.register(library);
        SortFilters.register(library);
        AggregateFilters.register(library);
        DebugFilters.register(library);
        library.add("tojson", JsonFilter.of(value -> value));
        return library.functions();
    }

    private static Map<String, TemplateFunction> buildTests() {
        Library library = new Library();
        ValueTests.register(library);
        ComparisonTests.register(library);
        HtmxTests.register(library);
        return library.functions();
    }

    private static Map<String, @Nullable Object> buildGlobals() {
        Library library = new Library();
        ConversionGlobals.register(library);
        SequenceGlobals.register(library);
        RequestGlobals.register(library);
        return Collections.unmodifiableMap(new LinkedHashMap<>(library.functions()));
    }
}
