package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.TextOps.Place;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The methods of text. */
final class TextMethods {

    static final Map<String, PortableMethod> TABLE = new LinkedHashMap<>();

    static {
        cases();
        questions();
        searching();
        cutting();
        building();
    }

    private TextMethods() {}

    /** A method of a text with bound arguments. */
    interface Body {
        @Nullable
        Object call(String text, @Nullable Object[] arguments);
    }

    private static void define(String name, String parameters, Body body) {
        PortableMethod.define(TABLE, name, parameters, (self, a) -> body.call(Text.string(self), a));
    }

    private static void map(String name, Function<String, String> change) {
        define(name, "", (text, a) -> change.apply(text));
    }

    private static void ask(String name, Predicate<String> question) {
        define(name, "", (text, a) -> question.test(text));
    }

    private static void cases() {
        map("upper", text -> text.toUpperCase(Locale.ROOT));
        map("lower", text -> text.toLowerCase(Locale.ROOT));
        map("capitalize", Characters::capitalize);
        map("title", Characters::title);
        map("swapcase", Characters::swapCase);
        map("casefold", Characters::foldCase);
    }

    private static void questions() {
        ask("isdigit", text -> Characters.all(text, Characters::isDigit));
        ask("isdecimal", text -> Characters.all(text, Characters::isDecimal));
        ask("isnumeric", text -> Characters.all(text, Characters::isNumeric));
        ask("isalpha", text -> Characters.all(text, Character::isLetter));
        ask("isalnum", text -> Characters.all(text, Characters::isAlphanumeric));
        ask("isspace", text -> Characters.all(text, CodePoints::isSpace));
        ask("islower", text -> Characters.allCased(text, Character::isLowerCase));
        ask("isupper", text -> Characters.allCased(text, Character::isUpperCase));
        ask("istitle", Characters::isTitle);
    }

    private static void searching() {
        String range = ", start=null, end=null";
        define("startswith", "prefix" + range, (text, a) -> TextOps.hasAffix(text, a[0], a[1], a[2], false));
        define("endswith", "suffix" + range, (text, a) -> TextOps.hasAffix(text, a[0], a[1], a[2], true));
        define("find", "part" + range, (text, a) -> TextOps.find(text, a[0], a[1], a[2], false));
        define("rfind", "part" + range, (text, a) -> TextOps.find(text, a[0], a[1], a[2], true));
        define("index", "part" + range, (text, a) -> TextOps.index(text, a[0], a[1], a[2], false));
        define("rindex", "part" + range, (text, a) -> TextOps.index(text, a[0], a[1], a[2], true));
        define("count", "part" + range, (text, a) -> TextOps.count(text, a[0], a[1], a[2]));
    }

    private static void cutting() {
        define("strip", "chars=null", (text, a) -> TextOps.strip(text, a[0]));
        define("lstrip", "chars=null", (text, a) -> TextOps.stripStart(text, a[0]));
        define("rstrip", "chars=null", (text, a) -> TextOps.stripEnd(text, a[0]));
        define("split", "sep=null, maxsplit=-1", (text, a) -> Splitting.split(text, a[0], count(a[1])));
        define("rsplit", "sep=null, maxsplit=-1", (text, a) -> Splitting.splitRight(text, a[0], count(a[1])));
        define("splitlines", "keepends=false", (text, a) -> Splitting.lines(text, Truth.of(a[0])));
        define("partition", "sep", (text, a) -> Splitting.partition(text, a[0], false));
        define("rpartition", "sep", (text, a) -> Splitting.partition(text, a[0], true));
        define("removeprefix", "prefix", (text, a) -> {
            String prefix = TextOps.text("The prefix", a[0]);
            return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        });
        define("removesuffix", "suffix", (text, a) -> {
            String suffix = TextOps.text("The suffix", a[0]);
            return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
        });
    }

    private static void building() {
        define("join", "values", (text, a) -> TextOps.join(text, a[0]));
        define(
                "replace",
                "old, new, count=-1",
                (text, a) -> TextOps.replace(
                        text,
                        TextOps.text("The text to replace", a[0]),
                        TextOps.text("The replacement", a[1]),
                        count(a[2])));
        define("center", "width, fillchar=' '", (text, a) -> TextOps.pad(text, a[0], TextOps.fill(a[1]), Place.CENTER));
        define("ljust", "width, fillchar=' '", (text, a) -> TextOps.pad(text, a[0], TextOps.fill(a[1]), Place.LEFT));
        define("rjust", "width, fillchar=' '", (text, a) -> TextOps.pad(text, a[0], TextOps.fill(a[1]), Place.RIGHT));
        define("zfill", "width", (text, a) -> TextOps.zeroFill(text, a[0]));
        define("expandtabs", "tabsize=8", (text, a) -> TextOps.expandTabs(text, count(a[0])));
        PortableMethod.define(
                TABLE,
                "format",
                "*args, **kwargs",
                (self, a, context) ->
                        ValueFormat.format(Text.string(self), tuple(a[0]), named(a[1]), context.maxTextLength()));
    }

    /** An integer argument. */
    static int count(@Nullable Object value) {
        return Numbers.intArgument("The count", value);
    }

    static @Nullable Object[] tuple(@Nullable Object value) {
        return value instanceof Tuple tuple ? tuple.toArray() : Calls.NO_VALUES;
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> named(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw TemplateRuntimeException.type("Named arguments expected");
    }
}
