package dev.kida.value;

import dev.kida.value.Signature.Kind;
import dev.kida.value.Signature.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the textual form of a {@link Signature}. */
final class SignatureReader {

    private final String text;
    private final List<Parameter> parameters = new ArrayList<>();
    private boolean keywordOnly;

    SignatureReader(String text) {
        this.text = text;
    }

    List<Parameter> read() {
        int start = 0;
        char quote = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == ',') {
                parameter(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        return parameters;
    }

    private void parameter(String part) {
        if (part.startsWith("**")) {
            parameters.add(Parameter.keywords(part.substring(2)));
        } else if (part.startsWith("*")) {
            keywordOnly = true;
            if (part.length() > 1) {
                parameters.add(Parameter.varargs(part.substring(1)));
            }
        } else if (!part.isEmpty()) {
            plain(part);
        } else if (!text.isBlank()) {
            throw new IllegalArgumentException("empty parameter in: " + text);
        }
    }

    private void plain(String part) {
        int equals = part.indexOf('=');
        String[] names = (equals < 0 ? part : part.substring(0, equals).strip()).split("\\|", -1);
        Kind kind = equals < 0
                ? (keywordOnly ? Kind.REQUIRED_KEYWORD : Kind.REQUIRED)
                : (keywordOnly ? Kind.OPTIONAL_KEYWORD : Kind.OPTIONAL);
        Object value = equals < 0 ? null : literal(part.substring(equals + 1).strip());
        parameters.add(new Parameter(
                names[0], kind, value, List.copyOf(Arrays.asList(names).subList(1, names.length))));
    }

    private static @Nullable Object literal(String value) {
        return switch (value) {
            case "null", "none", "None" -> null;
            case "true" -> true;
            case "false" -> false;
            case "undefined" -> Undefined.INSTANCE;
            default -> textOrNumber(value);
        };
    }

    private static Object textOrNumber(String value) {
        char first = value.charAt(0);
        if (first == '\'' || first == '"') {
            return value.substring(1, value.length() - 1);
        }
        return value.contains(".") ? (Object) Double.valueOf(value) : (Object) Long.valueOf(value);
    }
}
