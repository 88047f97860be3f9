package dev.kida.conformance;

import dev.kida.value.Arithmetic;
import dev.kida.value.Comparisons;
import dev.kida.value.Markup;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The functions that cases may call, with the state that some of them keep for the length of a case. */
final class HostFunctions {

    private interface Body {
        Object call(Object[] arguments);
    }

    private final Map<String, TemplateFunction> functions = new HashMap<>();
    private final List<String> traced = new ArrayList<>();
    private int count;

    HostFunctions(Waits waits) {
        addValues();
        addStateful();
        addFailing();
        addAsync(waits);
        addFiltersAndTests();
    }

    TemplateFunction get(String name) {
        TemplateFunction function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("unknown host function " + name);
        }
        return function;
    }

    private void add(String name, String parameters, Body body) {
        TemplateFunction.Body call = (arguments, context) -> body.call(arguments);
        functions.put(name, TemplateFunction.of(name, Signature.parse(parameters), call));
    }

    private void addValues() {
        add("identity", "value", a -> a[0]);
        add("add", "a, b", a -> Arithmetic.add(a[0], a[1]));
        add("upper", "text", a -> upper(a[0]));
        add("concat", "*parts", a -> ((List<?>) a[0]).stream().map(Text::of).collect(Collectors.joining("-")));
        add("fmt", "value, prefix='<', suffix='>'", a -> Text.of(a[1]) + Text.of(a[0]) + Text.of(a[2]));
        add("pairs", "**named", a -> ((Map<?, ?>) a[0])
                .entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + Text.of(pair.getValue()))
                        .collect(Collectors.joining(",")));
        add("make_list", "n", a -> numbers(a[0]));
        add("nothing", "", a -> null);
        add("html", "text", a -> Markup.of(Text.of(a[0])));
    }

    private void addStateful() {
        add("counter", "", a -> ++count);
        add("trace", "value, result=null", a -> {
            traced.add(Text.of(a[0]));
            return a[1] == null ? a[0] : a[1];
        });
        add("traced", "", a -> String.join(" ", traced));
    }

    private void addFailing() {
        add("fail", "message='boom'", a -> {
            throw new IllegalStateException(Text.of(a[0]));
        });
        add("fail_value", "message='bad value'", a -> {
            throw new IllegalArgumentException(Text.of(a[0]));
        });
    }

    private void addAsync(Waits waits) {
        add("async_value", "value", a -> new AsyncValue(waits, a[0], null));
        add("async_fail", "message='boom'", a -> new AsyncValue(waits, null, new IllegalStateException(Text.of(a[0]))));
        add("async_range", "n", a -> new AsyncSequence(waits, numbers(a[0]), null));
    }

    private void addFiltersAndTests() {
        add("shout", "value, mark='!'", a -> upper(a[0]) + Text.of(a[1]));
        add("wrap", "value, left='[', right=']'", a -> Text.of(a[1]) + Text.of(a[0]) + Text.of(a[2]));
        add("bold", "value", a -> Markup.of("<b>" + Text.html(a[0]) + "</b>"));
        add("plus", "value, n=1", a -> Arithmetic.add(a[0], a[1]));
        add("answer", "value", a -> Comparisons.equal(a[0], 42));
        add("between", "value, low, high", a -> Comparisons.lessEqual(a[1], a[0]) && Comparisons.lessEqual(a[0], a[2]));
    }

    private static String upper(Object value) {
        return Text.of(value).toUpperCase(Locale.ROOT);
    }

    private static List<Object> numbers(Object size) {
        return IntStream.range(0, ((Number) size).intValue()).boxed().collect(Collectors.toCollection(ArrayList::new));
    }
}
