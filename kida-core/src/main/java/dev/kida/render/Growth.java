package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateSecurityException;
import dev.kida.value.Numbers;
import dev.kida.value.Range;
import dev.kida.value.SafeHtml;
import dev.kida.value.TextBound;
import dev.kida.value.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells how large the result of an operation will be before it is made, and refuses what passes the limits of the engine.
 * What grows only a little is looked at afterwards.
 */
final class Growth {

    /** Functions and methods that make as much as a number they are given says. */
    private static final Set<String> SIZED = Set.of(
            "center", "ljust", "rjust", "zfill", "batch", "slice", "round", "format_number", "decimal", "commas");

    /** Functions, filters and tests that make a text of each of their arguments. */
    private static final Set<String> WRITING = Set.of(
            ("string str pprint debug escape e safe js css safe_url csp_nonce urlencode xmlattr capitalize lower upper"
                            + " title trim strip center truncate indent wordwrap replace wordcount slug striptags format"
                            + " pluralize int float round decimal format_number commas filesizeformat date classes"
                            + " tojson match hx_target consume _ _n")
                    .split(" "));

    /** Functions, filters and tests that compare or hash what is inside of their arguments. */
    private static final Set<String> COMPARING =
            Set.of("unique groupby dictsort sorted min max eq ne lt le gt ge in sameas index count remove".split(" "));

    /** What may hold a width or a precision; {@code *} and a nested field take it from the arguments. */
    private static final Pattern FIELD = Pattern.compile("\\{[^{}]*:([^{}]*\\{?)|%([-+ #0-9.*]*)");

    private static final Pattern SIZE = Pattern.compile("\\d+|[*{]");

    private final long range;
    private final int length;

    Growth(Limits limits) {
        this.range = limits.maxRange() == 0 ? Long.MAX_VALUE : limits.maxRange();
        this.length = limits.maxStringLength() == 0 ? Integer.MAX_VALUE : limits.maxStringLength();
    }

    static TemplateSecurityException tooMuchOutput(long bound) {
        return new TemplateSecurityException(ErrorCode.K_SEC_005, "The output is longer than " + bound + " characters");
    }

    private void check(long size) {
        TextBound.check(size, length);
    }

    /** How long a text may be. */
    int length() {
        return length;
    }

    // ---- results ---------------------------------------------------------------------------------------------------

    void checkResult(@Nullable Object value) {
        if (value instanceof Range numbers) {
            if (numbers.count() > range) {
                throw new TemplateSecurityException(
                        ErrorCode.K_SEC_003,
                        "The range has " + numbers.count() + " elements, which is more than " + range);
            }
        } else if (value instanceof BigInteger number) {
            check(digits(number.bitLength()));
        } else if (value instanceof CharSequence || value instanceof SafeHtml || value instanceof Collection) {
            check(size(value));
        }
    }

    private static long size(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return text.length();
        }
        if (value instanceof SafeHtml safe) {
            return safe.toHtml().length();
        }
        return value instanceof Collection<?> elements && !(value instanceof Range) ? elements.size() : 0;
    }

    /** Looks at how long the text form of a container is, whose parts may each stand in it many times. */
    void checkText(@Nullable Object value) {
        if (length < Integer.MAX_VALUE && TextWeight.isContainer(value)) {
            check(TextWeight.of(value, length));
        }
    }

    // ---- operators -------------------------------------------------------------------------------------------------

    void checkSum(@Nullable Object a, @Nullable Object b) {
        if (a instanceof CharSequence || b instanceof CharSequence) {
            checkText(a);
            checkText(b);
        }
    }

    void checkProduct(@Nullable Object a, @Nullable Object b) {
        Object x = Numbers.normalize(a);
        Object y = Numbers.normalize(b);
        if (x == null && y != null) {
            check(product(size(a), y));
        } else if (y == null && x != null) {
            check(product(size(b), x));
        } else if (x instanceof BigInteger || y instanceof BigInteger) {
            check(digits(bits(x) + bits(y) - 1));
        }
    }

    void checkPower(@Nullable Object a, @Nullable Object b) {
        Object base = Numbers.normalize(a);
        if (Numbers.normalize(b) instanceof Long exponent && exponent > 0) {
            check((long) (digits(base) * exponent));
        }
    }

    /** How many digits a number adds to a product, rather too few. */
    private static double digits(@Nullable Object number) {
        if (number instanceof Long n) {
            return n == 0 ? 0 : Math.log10(Math.abs((double) n));
        }
        BigInteger digits = number instanceof BigDecimal decimal ? decimal.unscaledValue() : BigInteger.ZERO;
        return digits(number instanceof BigInteger n ? n.bitLength() - 1L : digits.bitLength() - 1L);
    }

    /** About the number of decimal digits, rather too few. */
    private static long digits(long bits) {
        return bits > Long.MAX_VALUE / 3 ? bits : bits * 3 / 10;
    }

    private static long bits(@Nullable Object number) {
        return number instanceof BigInteger big ? big.bitLength() : Long.SIZE;
    }

    private static long product(long size, Object times) {
        if (size == 0 || !(times instanceof Long count)) {
            return times instanceof BigInteger big && size > 0 && big.signum() > 0 ? Long.MAX_VALUE : 0;
        }
        return count <= 0 ? 0 : count > Long.MAX_VALUE / size ? Long.MAX_VALUE : count * size;
    }

    void checkPrintf(@Nullable Object format, @Nullable Object arguments) {
        if (format instanceof CharSequence text && length < Integer.MAX_VALUE) {
            @Nullable
            Object[] all =
                    arguments instanceof Collection<?> several ? several.toArray() : new @Nullable Object[] {arguments};
            checkFormat(text, all, 0);
            if (arguments instanceof Map<?, ?> named) {
                all = named.values().toArray();
            } else if (!(arguments instanceof Tuple)) {
                all = new @Nullable Object[] {arguments};
            }
            checkTexts(null, all, 0, Prepare.NO_VALUES);
        }
    }

    /** Two values that are compared: only if both have parts, these are looked at. */
    void checkComparison(@Nullable Object a, @Nullable Object b) {
        if (length < Integer.MAX_VALUE && a != b && TextWeight.isContainer(a) && TextWeight.isContainer(b)) {
            checkParts(a);
            checkParts(b);
        }
    }

    // ---- functions and methods -------------------------------------------------------------------------------------

    /**
     * @param self the value a filter is applied to, or the receiver of a method
     * @param first where the arguments start
     */
    void checkCall(
            String name, @Nullable Object self, @Nullable Object[] positional, int first, @Nullable Object[] named) {
        if (length == Integer.MAX_VALUE) {
            return;
        }
        checkArguments(name, self, positional, first, named);
        if (SIZED.contains(name)) {
            checkNumbers(positional, first);
            checkNumbers(named, 0);
        } else {
            switch (name) {
                case "indent" -> checkPerPart(self, "\n", positional, first, named);
                case "expandtabs" -> checkPerPart(self, "\t", positional, first, named);
                case "replace" -> checkReplacement(self, positional, first, named);
                case "join" -> checkJoin(self, positional, first, named);
                case "format" -> {
                    checkFormat(self, positional, first);
                    checkFormat(self, named, 0);
                }
                case "tojson" -> checkIndent(positional, first, named);
                case "require" -> checkTexts(null, positional, first, named);
                default -> {
                    // grows no faster than its arguments
                }
            }
        }
    }

    /** Looks at the lists and maps of which a function makes a text, or which it compares part by part. */
    void checkArguments(
            String name, @Nullable Object self, @Nullable Object[] positional, int first, @Nullable Object[] named) {
        if (WRITING.contains(name)) {
            checkTexts(self, positional, first, named);
        } else if (COMPARING.contains(name)) {
            checkParts(self);
            for (int i = first; i < positional.length; i++) {
                checkParts(positional[i]);
            }
        }
    }

    private void checkTexts(@Nullable Object self, @Nullable Object[] positional, int first, @Nullable Object[] named) {
        long total = weight(self, 0);
        for (int i = first; i < positional.length; i++) {
            total += weight(positional[i], total);
        }
        for (Object argument : named) {
            total += weight(argument, total);
        }
        check(total);
    }

    /** How long the text of a list or map is. Other texts are there already. */
    private long weight(@Nullable Object argument, long before) {
        return TextWeight.isContainer(argument) ? TextWeight.of(argument, length - before) : 0;
    }

    private void checkParts(@Nullable Object value) {
        if (TextWeight.isContainer(value)) {
            check(TextWeight.ofParts(value, length));
        }
    }

    private void checkNumbers(@Nullable Object[] arguments, int first) {
        for (int i = first; i < arguments.length; i++) {
            check(magnitude(arguments[i]));
        }
    }

    private static long magnitude(@Nullable Object argument) {
        Object number = Numbers.normalize(argument);
        if (number instanceof Long n) {
            return n == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(n);
        }
        return number instanceof BigInteger ? Long.MAX_VALUE : 0;
    }

    private static long largest(@Nullable Object[] positional, int first, @Nullable Object[] named) {
        long largest = 0;
        for (int i = first; i < positional.length; i++) {
            largest = Math.max(largest, magnitude(positional[i]));
        }
        for (Object argument : named) {
            largest = Math.max(largest, magnitude(argument));
        }
        return largest;
    }

    private void checkPerPart(
            @Nullable Object self, String part, @Nullable Object[] positional, int first, @Nullable Object[] named) {
        long width = largest(positional, first, named);
        check(product(occurrences(String.valueOf(self), part) + 1, width));
    }

    private void checkIndent(@Nullable Object[] positional, int first, @Nullable Object[] named) {
        check(product(1024, largest(positional, first, named)));
    }

    private void checkReplacement(
            @Nullable Object self, @Nullable Object[] positional, int first, @Nullable Object[] named) {
        String text = String.valueOf(self);
        long longest = 0;
        for (int i = first; i < positional.length; i++) {
            longest = Math.max(longest, size(positional[i]));
        }
        for (Object argument : named) {
            longest = Math.max(longest, size(argument));
        }
        Object old = first < positional.length ? positional[first] : null;
        long times = old instanceof CharSequence part && part.length() > 0
                ? occurrences(text, part.toString())
                : text.length() + 1L;
        check(text.length() + product(times, longest));
    }

    private static long occurrences(String text, String part) {
        long times = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            times++;
        }
        return times;
    }

    private void checkJoin(@Nullable Object self, @Nullable Object[] positional, int first, @Nullable Object[] named) {
        long total = 0;
        long between = 0;
        long elements = 1;
        for (Object part : new @Nullable Object[] {
            self, positional.length > first ? positional[first] : null, named.length > 0 ? named[0] : null
        }) {
            if (part instanceof CharSequence text) {
                between = Math.max(between, text.length());
            } else if (part instanceof List<?> list) {
                elements = Math.max(elements, list.size());
                total += TextWeight.of(list, length);
            }
        }
        check(total + product(elements, between));
    }

    private void checkFormat(@Nullable Object format, @Nullable Object[] arguments, int first) {
        if (!(format instanceof CharSequence text)) {
            return;
        }
        Matcher fields = FIELD.matcher(text);
        while (fields.find()) {
            Matcher sizes = SIZE.matcher(fields.group(1) == null ? fields.group(2) : fields.group(1));
            while (sizes.find()) {
                String size = sizes.group();
                if (Character.isDigit(size.charAt(0))) {
                    check(size.length() > 9 ? Long.MAX_VALUE : Long.parseLong(size));
                } else {
                    checkNumbers(arguments, first);
                }
            }
        }
    }
}
