package dev.kida.render;

import dev.kida.analyze.ExpressionAt;
import dev.kida.error.Evaluation;
import dev.kida.syntax.Expr;
import dev.kida.syntax.ExprChildren;
import dev.kida.syntax.ExprText;
import dev.kida.syntax.Position;
import dev.kida.value.BriefText;
import dev.kida.value.Calls;
import dev.kida.value.Undefined;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The expression a render failed at, with the values of its variables. Worked out when a message is asked for, and at the
 * latest when the failure ends the render: until then it holds what the expression could read.
 */
final class FailedEvaluation implements Supplier<Evaluation> {

    private static final int MOST_VALUES = 8;
    private static final int LONGEST_EXPRESSION = 200;

    private final Activation activation;
    private final int place;
    private final @Nullable Object[] variables;
    private final ReadNames names;

    FailedEvaluation(Activation activation, int place, @Nullable Object[] variables, ReadNames names) {
        this.activation = activation;
        this.place = place;
        this.variables = variables;
        this.names = names;
    }

    @Override
    public Evaluation get() {
        Expr expression =
                ExpressionAt.find(activation.template.facts().tree().body(), position -> pack(position) == place);
        if (expression == null) {
            return Evaluation.UNKNOWN;
        }
        Map<String, String> values = new LinkedHashMap<>();
        collect(expression, values);
        String text = ExprText.of(expression);
        return new Evaluation(
                text.length() <= LONGEST_EXPRESSION ? text : text.substring(0, LONGEST_EXPRESSION) + "…", values);
    }

    private static int pack(Position position) {
        return Failures.pack(position.line(), position.column());
    }

    private void collect(Expr expression, Map<String, String> values) {
        if (values.size() >= MOST_VALUES) {
            return;
        }
        if (expression instanceof Expr.Name name) {
            Object value = value(name);
            if (value != Undefined.INSTANCE && !Calls.isCallable(value)) {
                values.putIfAbsent(name.name(), BriefText.of(name.name(), value));
            }
            return;
        }
        ExprChildren.of(expression).forEach(child -> collect(child, values));
    }

    private @Nullable Object value(Expr.Name name) {
        Integer index = names.indexes().get(ReadNames.key(pack(name.position()), name.name()));
        Object variable = index == null ? Context.MISSING : index < 0 ? activation.local(-1 - index) : variables[index];
        return variable == Context.MISSING ? activation.scopedOrUndefined(name.name()) : variable;
    }
}
