package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.error.Similarity;
import dev.kida.error.SourceText;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.syntax.Argument;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.value.TemplateFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds filters and tests that do not exist, and arguments a built-in filter does not take. */
final class FunctionChecks implements NodeVisitor {

    /** Where the name of a test stands among the arguments of the filters that take one. */
    private static final Map<String, Integer> TEST_ARGUMENT =
            Map.of("select", 0, "reject", 0, "selectattr", 1, "rejectattr", 1);

    private static final Set<String> OPERATOR_TESTS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final KnownFunctions functions;
    private final SourceText source;
    private final List<TemplateSyntaxException> errors;

    FunctionChecks(KnownFunctions functions, SourceText source, List<TemplateSyntaxException> errors) {
        this.functions = functions;
        this.source = source;
        this.errors = errors;
    }

    void check(List<Stmt> body) {
        Children.walk(body, this);
    }

    @Override
    public void statement(Stmt statement) {
        Stmt.FilterRef filter = null;
        if (statement instanceof Stmt.Capture capture) {
            filter = capture.filter();
        } else if (statement instanceof Stmt.FilterBlock block) {
            filter = block.filter();
        }
        if (filter != null) {
            filter(filter.position(), filter.name(), filter.arguments(), filter.keywords());
        }
    }

    @Override
    public void expression(Expr expression) {
        if (expression instanceof Expr.Filter filter) {
            filter(filter.position(), filter.name(), filter.arguments(), filter.keywords());
        } else if (expression instanceof Expr.Test test) {
            test(test.position(), test.name());
        }
    }

    private void filter(Position position, String name, List<Expr> arguments, List<Argument> keywords) {
        TemplateFunction filter = functions.filters().get(name);
        if (filter == null) {
            unknown(ErrorCode.K_PAR_004, "filter", position, name, functions.filters());
            return;
        }
        if (!functions.isBuiltinFilter(name)) {
            return;
        }
        List<String> names = new ArrayList<>(keywords.size());
        for (Argument keyword : keywords) {
            names.add(keyword.name());
        }
        String problem = filter.signature().check(name, 1 + arguments.size(), names);
        if (problem != null) {
            error(ErrorCode.K_PAR_004, problem, position, null);
        }
        testArgument(name, arguments, keywords);
    }

    /** {@code select('tset')}: a literal name of a test can be checked as well. */
    private void testArgument(String filter, List<Expr> arguments, List<Argument> keywords) {
        Integer index = TEST_ARGUMENT.get(filter);
        if (index == null) {
            return;
        }
        Expr name = arguments.size() > index ? arguments.get(index) : null;
        for (Argument keyword : keywords) {
            name = keyword.name().equals("test") ? keyword.value() : name;
        }
        if (name instanceof Expr.Constant constant
                && constant.value() instanceof String text
                && !OPERATOR_TESTS.contains(text)) {
            test(constant.position(), text);
        }
    }

    private void test(Position position, String name) {
        if (!functions.tests().containsKey(name)) {
            unknown(ErrorCode.K_PAR_005, "test", position, name, functions.tests());
        }
    }

    private void unknown(
            ErrorCode code, String kind, Position position, String name, Map<String, TemplateFunction> known) {
        String similar = Similarity.closest(name, known.keySet());
        String suggestion = similar == null ? null : "Did you mean '" + similar + "'?";
        error(code, "Unknown " + kind + " '" + name + "'", position, suggestion);
    }

    private void error(ErrorCode code, String message, Position position, @Nullable String suggestion) {
        errors.add(new TemplateSyntaxException(
                code, message, source, position.line(), position.column(), suggestion, List.of()));
    }
}
