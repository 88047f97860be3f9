package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The public methods of one name of a Java class: a call picks the one that fits its arguments best. */
record JavaMethods(String name, List<JavaMethod> overloads) implements Invocable {

    /** A method that fits, with the arguments as it takes them. */
    private static final class Match {
        final JavaMethod method;
        final int cost;
        final @Nullable Object[] arguments;

        Match(JavaMethod method, int cost, @Nullable Object[] arguments) {
            this.method = method;
            this.cost = cost;
            this.arguments = arguments;
        }
    }

    @Override
    public @Nullable Object invoke(
            Object receiver,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            CallContext context) {
        if (names.length > 0) {
            throw TemplateRuntimeException.type("The Java method '" + name + "' takes no named arguments");
        }
        if (overloads.size() == 1) {
            JavaMethod only = overloads.get(0);
            if (positional.length == 0 && only.signature().parameterCount() == 0) {
                return only.call(receiver, positional);
            }
        }
        Match match = select(positional, context);
        return match.method.call(receiver, match.arguments);
    }

    /** Whether one of the methods has as many parameters. */
    boolean takes(int arguments) {
        for (JavaMethod method : overloads) {
            if (method.varargs() || method.signature().parameterCount() == arguments) {
                return true;
            }
        }
        return false;
    }

    private Match select(@Nullable Object[] positional, CallContext context) {
        List<Match> matches = new ArrayList<>(1);
        for (JavaMethod method : overloads) {
            add(matches, match(method, method.signature(), positional, context));
        }
        if (matches.isEmpty()) {
            for (JavaMethod method : overloads) {
                if (method.varargs()) {
                    add(matches, matchVarargs(method, positional, context));
                }
            }
        }
        if (matches.size() == 1) {
            return matches.get(0);
        }
        throw matches.isEmpty() ? noMatch(positional) : ambiguous(positional);
    }

    /** Keeps the cheapest matches, and of those with equal costs the most specific. */
    private static void add(List<Match> matches, @Nullable Match match) {
        if (match == null) {
            return;
        }
        for (int i = 0; i < matches.size(); i++) {
            int order = compare(match, matches.get(i));
            if (order > 0) {
                return;
            }
            if (order < 0) {
                matches.remove(i--);
            }
        }
        matches.add(match);
    }

    private static int compare(Match a, Match b) {
        if (a.cost != b.cost) {
            return Integer.compare(a.cost, b.cost);
        }
        boolean narrower = isNarrower(a.method.signature(), b.method.signature());
        boolean wider = isNarrower(b.method.signature(), a.method.signature());
        return narrower == wider ? 0 : (narrower ? -1 : 1);
    }

    private static boolean isNarrower(MethodType a, MethodType b) {
        if (a.parameterCount() != b.parameterCount()) {
            return false;
        }
        for (int i = 0; i < a.parameterCount(); i++) {
            if (!b.parameterType(i).isAssignableFrom(a.parameterType(i))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Match match(
            JavaMethod method, MethodType signature, @Nullable Object[] given, CallContext context) {
        if (signature.parameterCount() != given.length) {
            return null;
        }
        int total = 0;
        for (int i = 0; i < given.length; i++) {
            int cost = Conversions.cost(signature.parameterType(i), given[i]);
            if (cost < 0) {
                return null;
            }
            total += cost;
        }
        @Nullable Object[] arguments = new Object[given.length];
        for (int i = 0; i < given.length; i++) {
            arguments[i] = Conversions.convert(signature.parameterType(i), given[i], context);
        }
        return new Match(method, total, arguments);
    }

    private static @Nullable Match matchVarargs(JavaMethod method, @Nullable Object[] given, CallContext context) {
        MethodType signature = method.signature();
        int fixed = signature.parameterCount() - 1;
        if (given.length < fixed) {
            return null;
        }
        Class<?> array = signature.parameterType(fixed);
        MethodType expanded = signature.dropParameterTypes(fixed, fixed + 1);
        for (int i = fixed; i < given.length; i++) {
            expanded = expanded.appendParameterTypes(array.getComponentType());
        }
        Match match = match(method, expanded, given, context);
        if (match == null) {
            return null;
        }
        Object rest = Array.newInstance(array.getComponentType(), given.length - fixed);
        for (int i = fixed; i < given.length; i++) {
            Array.set(rest, i - fixed, match.arguments[i]);
        }
        @Nullable Object[] arguments = Arrays.copyOf(match.arguments, fixed + 1);
        arguments[fixed] = rest;
        return new Match(method, match.cost, arguments);
    }

    private TemplateRuntimeException noMatch(@Nullable Object[] given) {
        return TemplateRuntimeException.type("No public method " + describe(given) + " accepts these arguments");
    }

    private TemplateRuntimeException ambiguous(@Nullable Object[] given) {
        return TemplateRuntimeException.type("Several methods fit the call " + describe(given));
    }

    private String describe(@Nullable Object[] given) {
        StringJoiner types = new StringJoiner(", ", "'" + name + "(", ")'");
        for (Object argument : given) {
            types.add(TypeNames.of(argument));
        }
        return types.toString();
    }
}
