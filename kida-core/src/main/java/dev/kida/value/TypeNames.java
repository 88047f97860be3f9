package dev.kida.value;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names by which templates know the types of values, in messages and in the {@code typeof} filter. */
public final class TypeNames {

    private TypeNames() {}

    /** The type name of a value. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        if (value instanceof Undefined) {
            return "undefined";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Number) {
            return number(value);
        }
        if (Text.isText(value)) {
            return "str";
        }
        if (value instanceof Collection || value.getClass().isArray()) {
            return "list";
        }
        if (value instanceof Map) {
            return "dict";
        }
        if (value instanceof Path) {
            return "path";
        }
        return value instanceof TemplateFunction || value instanceof BoundMethod ? "function" : simpleName(value);
    }

    private static String number(Object value) {
        Object number = Numbers.normalize(value);
        if (number == null) {
            return simpleName(value);
        }
        return number instanceof Long || number instanceof BigInteger ? "int" : "float";
    }

    private static String simpleName(Object value) {
        String name = value.getClass().getSimpleName();
        return name.isEmpty() ? value.getClass().getName() : name;
    }
}
