package dev.kida.value;

import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of the language's own kinds of values, by the Java classes that represent them. */
final class PortableMethods {

    private PortableMethods() {}

    /** The methods of values of a class, by name; they come before Java methods of the same name. */
    static Map<String, PortableMethod> of(Class<?> type) {
        if (type == Markup.class) {
            return MarkupMethods.TABLE;
        }
        if (CharSequence.class.isAssignableFrom(type) || type == Character.class) {
            return TextMethods.TABLE;
        }
        if (Map.class.isAssignableFrom(type)) {
            return DictMethods.TABLE;
        }
        if (type == Tuple.class || type == Range.class) {
            return ListMethods.READING;
        }
        if (List.class.isAssignableFrom(type) || type.isArray()) {
            return ListMethods.TABLE;
        }
        if (Set.class.isAssignableFrom(type)) {
            return SetMethods.TABLE;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return ListMethods.READING; // to change one means to change it as its class does
        }
        if (Number.class.isAssignableFrom(type)) {
            return NumberMethods.TABLE;
        }
        return TemporalAccessor.class.isAssignableFrom(type) ? Temporals.METHODS : Map.of();
    }
}
