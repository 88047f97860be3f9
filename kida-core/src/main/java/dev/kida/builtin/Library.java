package dev.kida.builtin;

import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;

/**
 * Where the language's functions are written down. To make one costs more than to call it, and a page names a few of them, so
 * that each is made when it is first used.
 */
enum Library {
    TEXT(TextFilters.NAMES),
    ESCAPING(EscapeFilters.NAMES),
    ACCESS(AccessFilters.NAMES),
    NUMBERS(NumberFilters.NAMES),
    DATES(DateFilters.NAMES),
    COLLECTIONS(CollectionFilters.NAMES),
    SELECTION(SelectFilters.NAMES),
    MAPPING(MapFilter.NAMES),
    ORDER(SortFilters.NAMES),
    AGGREGATES(AggregateFilters.NAMES),
    DEBUGGING(DebugFilters.NAMES),
    JSON(JsonFilter.NAMES),
    VALUE_TESTS(ValueTests.NAMES),
    COMPARISON_TESTS(ComparisonTests.NAMES),
    HTMX_TESTS(HtmxTests.NAMES),
    CONVERSION(ConversionGlobals.NAMES),
    SEQUENCES(SequenceGlobals.NAMES),
    REQUEST(RequestGlobals.NAMES);

    private final String names;

    Library(String names) {
        this.names = names;
    }

    /** The names of the functions of this part. */
    String[] names() {
        return names.split(" ");
    }

    /** Makes the function of a name, one of {@link #names}. */
    TemplateFunction make(String name) {
        return switch (this) {
            case TEXT -> TextFilters.make(name);
            case ESCAPING -> EscapeFilters.make(name);
            case ACCESS -> AccessFilters.make(name);
            case NUMBERS -> NumberFilters.make(name);
            case DATES -> DateFilters.make(name);
            case COLLECTIONS -> CollectionFilters.make(name);
            case SELECTION -> SelectFilters.make(name);
            case MAPPING -> MapFilter.make(name);
            case ORDER -> SortFilters.make(name);
            case AGGREGATES -> AggregateFilters.make(name);
            case DEBUGGING -> DebugFilters.make(name);
            case JSON -> JsonFilter.of(value -> value);
            case VALUE_TESTS -> ValueTests.make(name);
            case COMPARISON_TESTS -> ComparisonTests.make(name);
            case HTMX_TESTS -> HtmxTests.make(name);
            case CONVERSION -> ConversionGlobals.make(name);
            case SEQUENCES -> SequenceGlobals.make(name);
            case REQUEST -> RequestGlobals.make(name);
        };
    }

    /** A function whose parameters are given in the notation of the template language. */
    static TemplateFunction function(String name, String signature, TemplateFunction.Body body) {
        return TemplateFunction.of(name, Signature.parse(signature), body);
    }

    static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("no function named " + name);
    }
}
