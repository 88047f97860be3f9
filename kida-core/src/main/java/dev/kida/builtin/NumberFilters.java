package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.Truth;
import dev.kida.value.TypeNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Filters that convert, round and print numbers. */
final class NumberFilters {

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "abs int float round decimal format_number commas filesizeformat";

    private NumberFilters() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "abs" -> Library.function(name, "value", (args, context) -> abs(args[0]));
            case "int" ->
                Library.function(name, "value, default=0, strict=false", (args, context) -> integer(args, context));
            case "float" ->
                Library.function(name, "value, default=0.0, strict=false", (args, context) -> floating(args, context));
            case "round" ->
                Library.function(name, "value, precision=0, method='common', *, strict=false", NumberFilters::round);
            case "decimal" ->
                Library.function(
                        name,
                        "value, places=2, *, strict=false",
                        (args, context) -> print(
                                "decimal",
                                args[0],
                                args[2],
                                context,
                                number -> DecimalText.fixed(number, Args.integer(args[1], "places"))));
            case "format_number" ->
                Library.function(
                        name,
                        "value, decimal_places=0, *, strict=false",
                        (args, context) -> print(
                                "format_number",
                                args[0],
                                args[2],
                                context,
                                number -> DecimalText.grouped(number, Args.integer(args[1], "decimal_places"))));
            case "commas" ->
                Library.function(
                        name,
                        "value",
                        (args, context) ->
                                print("commas", args[0], false, context, number -> DecimalText.grouped(number, 0)));
            case "filesizeformat" ->
                Library.function(
                        name, "value, binary=false", (args, context) -> fileSize(args[0], Truth.of(args[1]), context));
            default -> throw Library.unknown(name);
        };
    }

    /** The absolute value, in the type of the argument. */
    static Object abs(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.abs();
        }
        if (value instanceof Double || value instanceof Float) {
            return Math.abs(((Number) value).doubleValue());
        }
        Number integer = value instanceof Number || value instanceof Boolean ? NumberReader.truncate(value) : null;
        if (integer == null) {
            throw TemplateRuntimeException.type("abs needs a number, not " + TypeNames.of(value));
        }
        boolean small = integer instanceof Long && integer.longValue() != Long.MIN_VALUE;
        return small ? Math.abs(integer.longValue()) : NumberReader.normal(new BigInteger(integer.toString()).abs());
    }

    private static @Nullable Object integer(@Nullable Object[] args, CallContext context) {
        Number number = NumberReader.toInteger(args[0]);
        return number != null ? number : failed("int", args[0], args[2], context, args[1]);
    }

    private static @Nullable Object floating(@Nullable Object[] args, CallContext context) {
        Double number = NumberReader.toDouble(args[0]);
        return number != null ? number : failed("float", args[0], args[2], context, args[1]);
    }

    private static @Nullable Object round(@Nullable Object[] args, CallContext context) {
        Object value = args[0];
        int precision = Args.integer(args[1], "precision");
        String method = Text.of(args[2]);
        if (value instanceof BigDecimal number) {
            return DecimalText.round(number, precision, method);
        }
        Double number = NumberReader.toDouble(value);
        return number != null
                ? DecimalText.round(number, precision, method)
                : failed("round", value, args[3], context, 0.0);
    }

    private static @Nullable Object print(
            String filter,
            @Nullable Object value,
            @Nullable Object strict,
            CallContext context,
            Function<Object, @Nullable String> printer) {
        String text = value == null ? null : printer.apply(value);
        return text != null ? text : failed(filter, value, strict, context, Text.of(value));
    }

    /** What a filter gives for a value it cannot convert: an error when strict, else a warning and a stand-in. */
    private static @Nullable Object failed(
            String filter,
            @Nullable Object value,
            @Nullable Object strict,
            CallContext context,
            @Nullable Object standIn) {
        String message = "cannot convert " + TypeNames.of(value) + " " + Args.brief(value) + " to a number";
        if (Truth.of(strict)) {
            throw TemplateRuntimeException.value(filter + ": " + message);
        }
        context.warn(filter, message);
        return standIn;
    }

    private static Object fileSize(@Nullable Object value, boolean binary, CallContext context) {
        Double size = NumberReader.toDouble(value);
        if (size == null) {
            failed("filesizeformat", value, false, context, null);
            return "0 Bytes";
        }
        return FileSizes.print(size, binary);
    }
}
