package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateWarning;
import dev.kida.syntax.Argument;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the literal arguments of one call with the annotations of the parameters (spec 04 §10.2). */
final class ArgumentTypes {

    private static final String FLOAT = "float";
    private static final String INT = "int";
    private static final String NONE = "none";
    private static final Set<String> CHECKED = Set.of("str", INT, FLOAT, "bool", NONE);

    private final CallSites.Site site;
    private final String template;
    private final List<Stmt.Parameter> parameters;

    ArgumentTypes(CallSites.Site site, String template) {
        this.site = site;
        this.template = template;
        this.parameters = site.component().parameters().stream()
                .filter(parameter -> parameter.kind() == Stmt.ParameterKind.PLAIN)
                .toList();
    }

    void check(List<TemplateWarning> found) {
        List<Expr> positional = site.call().arguments();
        for (int i = 0; i < Math.min(positional.size(), parameters.size()); i++) {
            argument(parameters.get(i), positional.get(i), found);
        }
        for (Argument argument : site.call().keywords()) {
            parameters.stream()
                    .filter(parameter -> parameter.name().equals(argument.name()))
                    .forEach(parameter -> argument(parameter, argument.value(), found));
        }
    }

    private void argument(Stmt.Parameter parameter, Expr value, List<TemplateWarning> found) {
        String annotation = parameter.annotation();
        if (annotation == null || !(value instanceof Expr.Constant constant)) {
            return;
        }
        Set<String> accepted = accepted(annotation);
        String actual = typeOf(constant.value());
        if (accepted.isEmpty() || accepted.contains(actual) || (actual.equals(INT) && accepted.contains(FLOAT))) {
            return;
        }
        Position position = value.position();
        found.add(new TemplateWarning(
                ErrorCode.K_CMP_002,
                "Argument '" + parameter.name() + "' of '" + site.name() + "' is declared as " + annotation + ", not "
                        + actual + ": " + shown(constant.value()),
                template,
                position.line(),
                position.column(),
                null));
    }

    /** The literal types an annotation takes; none when it has a part that literals cannot be compared with. */
    private static Set<String> accepted(String annotation) {
        Set<String> types = new TreeSet<>();
        for (String part : annotation.split("\\|")) {
            String type = part.strip();
            types.add(type.equals("None") ? NONE : type);
        }
        return CHECKED.containsAll(types) ? types : Set.of();
    }

    private static String typeOf(@Nullable Object value) {
        if (value == null) {
            return NONE;
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Long || value instanceof BigInteger) {
            return INT;
        }
        return value instanceof Double ? FLOAT : "str";
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return NONE;
        }
        return value instanceof String text ? "'" + text + "'" : value.toString();
    }
}
