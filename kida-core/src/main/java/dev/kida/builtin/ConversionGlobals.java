package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Dicts;
import dev.kida.value.Iteration;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.TextOps;
import dev.kida.value.Truth;
import dev.kida.value.Tuple;
import dev.kida.value.TypeNames;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Global functions that make values of a type. */
final class ConversionGlobals {

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "str bool int float dict list set tuple";

    private ConversionGlobals() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "str" -> Library.function(name, "value=''", (args, context) -> Text.of(args[0]));
            case "bool" -> Library.function(name, "value=false", (args, context) -> Truth.of(args[0]));
            case "int" -> Library.function(name, "value=0, base=null", (args, context) -> integer(args[0], args[1]));
            case "float" -> Library.function(name, "value=0.0", (args, context) -> floating(args[0]));
            case "dict" -> Library.function(name, "*sources, **entries", (args, context) -> dict(args[0], args[1]));
            case "list" -> Library.function(name, "iterable=''", (args, context) -> Items.copy(args[0], "list"));
            case "set" -> Library.function(name, "iterable=''", (args, context) -> set(args[0]));
            case "tuple" ->
                Library.function(
                        name,
                        "iterable=''",
                        (args, context) -> Tuple.of(Items.list(args[0], "tuple").toArray()));
            default -> throw Library.unknown(name);
        };
    }

    private static Object integer(@Nullable Object value, @Nullable Object base) {
        if (base != null) {
            return inBase(Text.textOrNull(value), Args.integer(base, "base"));
        }
        Number integer = NumberReader.toInteger(value);
        if (integer == null) {
            throw notANumber("int", value);
        }
        return integer;
    }

    private static Object inBase(@Nullable String text, int base) {
        if (text == null) {
            throw TemplateRuntimeException.type("int with a base needs text");
        }
        if (base < Character.MIN_RADIX || base > Character.MAX_RADIX) {
            throw TemplateRuntimeException.value("the base of int must be from 2 to 36, not " + base);
        }
        String digits = withoutPrefix(TextOps.strip(text, null), base);
        if (digits.length() > NumberReader.MAX_DIGITS) {
            throw noNumber(text, base);
        }
        try {
            return NumberReader.normal(new BigInteger(digits, base));
        } catch (NumberFormatException e) {
            throw noNumber(text, base);
        }
    }

    private static TemplateRuntimeException noNumber(String text, int base) {
        return TemplateRuntimeException.value("int: " + Args.brief(text) + " is no number in base " + base);
    }

    /** Takes away the mark of a base, as the {@code 0x} of hexadecimal numbers. */
    private static String withoutPrefix(String text, int base) {
        String prefix = base == 16 ? "0x" : base == 8 ? "0o" : base == 2 ? "0b" : "";
        int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        boolean marked = !prefix.isEmpty() && text.regionMatches(true, sign, prefix, 0, 2);
        return marked ? text.substring(0, sign) + text.substring(sign + 2) : text;
    }

    private static Object floating(@Nullable Object value) {
        Double number = NumberReader.toDouble(value);
        if (number == null) {
            throw notANumber("float", value);
        }
        return number;
    }

    private static TemplateRuntimeException notANumber(String function, @Nullable Object value) {
        String message = function + ": cannot convert " + TypeNames.of(value) + " " + Args.brief(value);
        boolean malformed = Text.isText(value) || value instanceof Number;
        return malformed ? TemplateRuntimeException.value(message) : TemplateRuntimeException.type(message);
    }

    private static Map<@Nullable Object, @Nullable Object> dict(@Nullable Object sources, @Nullable Object entries) {
        Map<@Nullable Object, @Nullable Object> result = new LinkedHashMap<>();
        if (sources instanceof List<?> list && !list.isEmpty()) {
            if (list.size() > 1) {
                throw TemplateRuntimeException.type("dict takes at most 1 argument, " + list.size() + " given");
            }
            addAll(result, list.get(0));
        }
        if (entries instanceof Map<?, ?> map) {
            result.putAll(map);
        }
        return result;
    }

    private static void addAll(Map<@Nullable Object, @Nullable Object> result, @Nullable Object source) {
        if (source instanceof Map<?, ?> map) {
            result.putAll(map);
            return;
        }
        Iterator<@Nullable Object> pairs = Items.of(source, "dict");
        while (pairs.hasNext()) {
            @Nullable Object[] pair = Iteration.unpackExact(pairs.next(), 2);
            result.put(Dicts.key(pair[0]), pair[1]);
        }
    }

    private static Set<@Nullable Object> set(@Nullable Object iterable) {
        Set<@Nullable Object> result = new LinkedHashSet<>();
        Items.of(iterable, "set").forEachRemaining(item -> result.add(Dicts.key(item)));
        return result;
    }
}
