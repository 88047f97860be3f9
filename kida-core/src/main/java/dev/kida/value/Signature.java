package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a callable, and how arguments are matched with them. */
public final class Signature {

    /** A callable without parameters. */
    public static final Signature NONE = of();

    /** What a parameter accepts. */
    public enum Kind {
        /** Must be given. */
        REQUIRED,
        /** May be left out. */
        OPTIONAL,
        /** Must be given, by name. */
        REQUIRED_KEYWORD,
        /** May be given by name. */
        OPTIONAL_KEYWORD,
        /** Takes the surplus positional arguments. */
        VARARGS,
        /** Takes the surplus named arguments. */
        KEYWORDS
    }

    /**
     * One parameter.
     *
     * @param defaultValue the value when it is left out
     * @param aliases further names by which it can be given
     */
    public record Parameter(
            String name, Kind kind, @Nullable Object defaultValue, List<String> aliases) {

        /** A parameter that must be given. */
        public static Parameter required(String name) {
            return new Parameter(name, Kind.REQUIRED, null, List.of());
        }

        /** A parameter with a default. */
        public static Parameter optional(String name, @Nullable Object defaultValue) {
            return new Parameter(name, Kind.OPTIONAL, defaultValue, List.of());
        }

        /** A parameter with a default that can only be given by name. */
        public static Parameter keyword(String name, @Nullable Object defaultValue) {
            return new Parameter(name, Kind.OPTIONAL_KEYWORD, defaultValue, List.of());
        }

        /** The parameter for surplus positional arguments. */
        public static Parameter varargs(String name) {
            return new Parameter(name, Kind.VARARGS, null, List.of());
        }

        /** The parameter for surplus named arguments. */
        public static Parameter keywords(String name) {
            return new Parameter(name, Kind.KEYWORDS, null, List.of());
        }

        /** The same parameter with further names. */
        public Parameter alias(String... names) {
            return new Parameter(name, kind, defaultValue, List.of(names));
        }

        boolean isPositional() {
            return kind == Kind.REQUIRED || kind == Kind.OPTIONAL;
        }

        boolean isRequired() {
            return kind == Kind.REQUIRED || kind == Kind.REQUIRED_KEYWORD;
        }

        boolean isNamed(String given) {
            return kind != Kind.VARARGS && kind != Kind.KEYWORDS && (name.equals(given) || aliases.contains(given));
        }
    }

    private static final Object ABSENT = new Object();

    private final List<Parameter> parameters;

    /** Parameters that take positional arguments one by one; they come first. */
    private final int positional;

    private final int required;
    private final int varargs;
    private final int keywords;

    private Signature(List<Parameter> parameters) {
        this.parameters = parameters;
        this.required = count(parameters, Kind.REQUIRED);
        this.positional = required + count(parameters, Kind.OPTIONAL);
        this.varargs = indexOf(Kind.VARARGS);
        this.keywords = indexOf(Kind.KEYWORDS);
    }

    /** A signature of these parameters: positional ones first, then varargs, keyword-only ones and keywords. */
    public static Signature of(Parameter... parameters) {
        Signature signature = new Signature(List.of(parameters));
        for (int i = 0; i < signature.positional; i++) {
            if (!parameters[i].isPositional()) {
                throw new IllegalArgumentException("positional parameters come first: " + List.of(parameters));
            }
        }
        return signature;
    }

    /**
     * Reads a signature such as {@code "value, length=255, end='...', *rest, key=null, **options"}. Defaults are numbers,
     * quoted text, {@code true}, {@code false}, {@code null} or {@code undefined}; parameters after {@code *} or
     * {@code *rest} are given by name only; {@code a|b} is a parameter with two names.
     */
    public static Signature parse(String text) {
        return of(new SignatureReader(text).read().toArray(new Parameter[0]));
    }

    /** The parameters in the order in which a function gets its arguments. */
    public List<Parameter> parameters() {
        return parameters;
    }

    private static int count(List<Parameter> parameters, Kind kind) {
        int count = 0;
        for (Parameter parameter : parameters) {
            count += parameter.kind() == kind ? 1 : 0;
        }
        return count;
    }

    private int indexOf(Kind kind) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    private int indexOf(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).isNamed(name)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Matches arguments with the parameters.
     *
     * @param callable the name for messages
     * @return one value per parameter
     * @throws TemplateRuntimeException {@code K-RUN-012} for missing, surplus or unknown arguments
     */
    public @Nullable Object[] bind(
            String callable, @Nullable Object[] arguments, String[] names, @Nullable Object[] named) {
        if (names.length == 0 && arguments.length == positional && positional == parameters.size()) {
            return arguments;
        }
        @Nullable Object[] bound = new Object[parameters.size()];
        Arrays.fill(bound, ABSENT);
        int direct = Math.min(arguments.length, positional);
        System.arraycopy(arguments, 0, bound, 0, direct);
        if (varargs >= 0) {
            bound[varargs] = Tuple.of(Arrays.copyOfRange(arguments, direct, arguments.length));
        } else if (arguments.length > positional) {
            throw TemplateRuntimeException.type(surplus(callable, arguments.length));
        }
        bindNamed(callable, bound, names, named);
        fillIn(callable, bound);
        return bound;
    }

    private void bindNamed(String callable, @Nullable Object[] bound, String[] names, @Nullable Object[] named) {
        Map<String, @Nullable Object> rest = keywords < 0 ? null : new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            int index = indexOf(names[i]);
            if (index >= 0 && bound[index] == ABSENT) {
                bound[index] = named[i];
            } else if (index >= 0) {
                throw TemplateRuntimeException.type(twice(callable, names[i]));
            } else if (rest != null) {
                rest.put(names[i], named[i]);
            } else {
                throw TemplateRuntimeException.type(unknown(callable, names[i]));
            }
        }
        if (rest != null) {
            bound[keywords] = rest;
        }
    }

    private void fillIn(String callable, @Nullable Object[] bound) {
        for (int i = 0; i < bound.length; i++) {
            if (bound[i] == ABSENT) {
                Parameter parameter = parameters.get(i);
                if (parameter.isRequired()) {
                    throw TemplateRuntimeException.type(missing(callable, parameter));
                }
                bound[i] = parameter.defaultValue();
            }
        }
    }

    /** Whether a call with this many positional arguments and these names fits: null, or what is wrong with it. */
    public @Nullable String check(int arguments, List<String> names) {
        return check("call", arguments, names);
    }

    /** As {@link #check(int, List)}, naming the callable in the message. */
    public @Nullable String check(String callable, int arguments, List<String> names) {
        if (varargs < 0 && arguments > positional) {
            return surplus(callable, arguments);
        }
        boolean[] given = new boolean[parameters.size()];
        Arrays.fill(given, 0, Math.min(arguments, positional), true);
        for (String name : names) {
            int index = indexOf(name);
            if (index >= 0 && given[index]) {
                return twice(callable, name);
            }
            if (index >= 0) {
                given[index] = true;
            } else if (keywords < 0) {
                return unknown(callable, name);
            }
        }
        for (int i = 0; i < given.length; i++) {
            if (!given[i] && parameters.get(i).isRequired()) {
                return missing(callable, parameters.get(i));
            }
        }
        return null;
    }

    private String surplus(String callable, int given) {
        String expected = required == positional ? "" + positional : required + " to " + positional;
        return callable + "() takes " + expected + (expected.equals("1") ? " argument" : " arguments") + ", " + given
                + " given";
    }

    private static String twice(String callable, String name) {
        return callable + "() got several values for argument '" + name + "'";
    }

    private static String unknown(String callable, String name) {
        return callable + "() has no parameter '" + name + "'";
    }

    private static String missing(String callable, Parameter parameter) {
        return callable + "() needs an argument '" + parameter.name() + "'";
    }

    @Override
    public String toString() {
        return parameters.toString();
    }
}
