package dev.kida.builtin;

import dev.kida.value.TemplateFunction;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filters, tests and global functions of the template language. All of them are stateless and shared. */
public final class Builtins {

    private static final Map<String, TemplateFunction> FILTERS = functions(EnumSet.range(Library.TEXT, Library.JSON));
    private static final Map<String, TemplateFunction> TESTS =
            functions(EnumSet.range(Library.VALUE_TESTS, Library.HTMX_TESTS));
    private static final Map<String, @Nullable Object> GLOBALS =
            Collections.unmodifiableMap(functions(EnumSet.range(Library.CONVERSION, Library.REQUEST)));

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

    /** The function to be called in the place of one of these, which may be made only when it is called. */
    public static TemplateFunction made(TemplateFunction function) {
        return function instanceof LazyFunction lazy ? lazy.made() : function;
    }

    private static Map<String, TemplateFunction> functions(EnumSet<Library> libraries) {
        Map<String, TemplateFunction> functions = new LinkedHashMap<>();
        for (Library library : libraries) {
            for (String name : library.names()) {
                functions.put(name, new LazyFunction(library, name));
            }
        }
        return Collections.unmodifiableMap(functions);
    }
}
