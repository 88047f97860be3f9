package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import dev.kida.error.SourceText;
import dev.kida.error.TemplateSyntaxException;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/** Parses templates and prints what came out in a form that tests can compare. */
final class Tree {

    private Tree() {}

    static TemplateNode parse(String template) {
        return parse(template, LexerSettings.DEFAULT);
    }

    static TemplateNode parse(String template, LexerSettings settings) {
        return TemplateParser.parse(new SourceText("t", null, template), settings);
    }

    /** The only statement of a template. */
    static Stmt statement(String template) {
        List<Stmt> body = parse(template).body();
        Assertions.assertThat(body).hasSize(1);
        return body.get(0);
    }

    static TemplateSyntaxException error(String template) {
        return Assertions.catchThrowableOfType(TemplateSyntaxException.class, () -> parse(template));
    }

    static ErrorCode code(String template) {
        TemplateSyntaxException error = error(template);
        return error == null ? null : error.getCode();
    }

    /** An expression with every operation in brackets. */
    static String expression(String expression) {
        return print(TemplateParser.parseExpression(expression));
    }

    /** Text as it is, outputs as {@code <expression>}, blocks as their kind with their bodies. */
    static String body(List<Stmt> body) {
        return body.stream().map(Tree::print).collect(Collectors.joining());
    }

    static String body(String template) {
        return body(parse(template).body());
    }

    private static String print(Stmt statement) {
        if (statement instanceof Stmt.Text text) {
            return text.text();
        }
        if (statement instanceof Stmt.Output output) {
            return "<" + print(output.expression()) + ">";
        }
        if (statement instanceof Stmt.If node) {
            return "[if "
                    + node.branches().stream()
                            .map(branch -> print(branch.condition()) + ":" + body(branch.body()))
                            .collect(Collectors.joining("|"))
                    + (node.otherwise().isEmpty() ? "" : "|else:" + body(node.otherwise()))
                    + "]";
        }
        if (statement instanceof Stmt.For node) {
            return "[for " + print(node.target()) + " in " + print(node.iterable())
                    + (node.filter() == null ? "" : " if " + print(node.filter()))
                    + ":" + body(node.body()) + (node.empty().isEmpty() ? "" : "|empty:" + body(node.empty())) + "]";
        }
        if (statement instanceof Stmt.Assign node) {
            return "[" + node.kind()
                    + node.assignments().stream()
                            .map(each ->
                                    " " + print(each.target()) + (each.ifMissing() ? "??=" : "=") + print(each.value()))
                            .collect(Collectors.joining(","))
                    + "]";
        }
        return "[" + statement.getClass().getSimpleName() + "]";
    }

    static String print(Target target) {
        return target instanceof Target.NameTarget name
                ? name.name()
                : ((Target.TupleTarget) target)
                        .elements().stream().map(Tree::print).collect(Collectors.joining(",", "(", ")"));
    }

    static String print(Pattern pattern) {
        if (pattern instanceof Pattern.Sequence sequence) {
            return sequence.elements().stream().map(Tree::print).collect(Collectors.joining(",", "(", ")"));
        }
        if (pattern instanceof Pattern.Binding binding) {
            return "$" + binding.name();
        }
        return pattern instanceof Pattern.Value value ? "=" + print(value.expression()) : "_";
    }

    static String print(Expr expression) {
        if (expression instanceof Expr.Constant constant) {
            return constant.value() instanceof String text ? "'" + text + "'" : String.valueOf(constant.value());
        }
        if (expression instanceof Expr.Name name) {
            return name.name();
        }
        if (expression instanceof Expr.TupleLiteral tuple) {
            return list("(", tuple.elements(), ",)");
        }
        if (expression instanceof Expr.ListLiteral list) {
            return list("[", list.elements(), "]");
        }
        if (expression instanceof Expr.DictLiteral dict) {
            StringJoiner entries = new StringJoiner(", ", "{", "}");
            for (int i = 0; i < dict.keys().size(); i++) {
                entries.add(
                        print(dict.keys().get(i)) + ": " + print(dict.values().get(i)));
            }
            return entries.toString();
        }
        if (expression instanceof Expr.Comprehension node) {
            return "[" + print(node.element()) + " for " + print(node.target()) + " in " + print(node.iterable())
                    + (node.condition() == null ? "" : " if " + print(node.condition())) + "]";
        }
        return postfix(expression);
    }

    private static String postfix(Expr expression) {
        if (expression instanceof Expr.Attribute node) {
            return print(node.object()) + (node.optional() ? "?." : ".") + node.name();
        }
        if (expression instanceof Expr.Item node) {
            return print(node.object()) + (node.optional() ? "?[" : "[") + print(node.key()) + "]";
        }
        if (expression instanceof Expr.Slice node) {
            return print(node.object()) + "[" + optional(node.start()) + ":" + optional(node.stop()) + ":"
                    + optional(node.step()) + "]";
        }
        if (expression instanceof Expr.Call node) {
            return print(node.callee()) + arguments(node.arguments(), node.keywords());
        }
        if (expression instanceof Expr.Filter node) {
            String pipe =
                    switch (node.pipe()) {
                        case PIPE -> " | ";
                        case OPTIONAL -> " ?| ";
                        case PIPELINE -> " |> ";
                        case SAFE_PIPELINE -> " ?|> ";
                    };
            return "(" + print(node.value()) + pipe + node.name() + some(node.arguments(), node.keywords()) + ")";
        }
        if (expression instanceof Expr.Test node) {
            return "(" + print(node.value()) + (node.negated() ? " is not " : " is ") + node.name()
                    + some(node.arguments(), node.keywords()) + ")";
        }
        return operation(expression);
    }

    private static String operation(Expr expression) {
        if (expression instanceof Expr.Unary node) {
            return "(" + node.operator() + " " + print(node.operand()) + ")";
        }
        if (expression instanceof Expr.Binary node) {
            return "(" + print(node.left()) + " " + node.operator() + " " + print(node.right()) + ")";
        }
        if (expression instanceof Expr.Logical node) {
            return "(" + print(node.left()) + (node.and() ? " and " : " or ") + print(node.right()) + ")";
        }
        if (expression instanceof Expr.Comparison node) {
            return "(" + print(node.first())
                    + node.links().stream()
                            .map(link -> " " + link.comparator() + " " + print(link.operand()))
                            .collect(Collectors.joining())
                    + ")";
        }
        if (expression instanceof Expr.Conditional node) {
            return "(" + print(node.then()) + " if " + print(node.test())
                    + (node.otherwise() == null ? "" : " else " + print(node.otherwise())) + ")";
        }
        if (expression instanceof Expr.Coalesce node) {
            return "(" + print(node.left()) + " ?? " + print(node.right()) + ")";
        }
        if (expression instanceof Expr.RangeLiteral node) {
            return "(" + print(node.start()) + (node.inclusive() ? ".." : "...") + print(node.end())
                    + (node.step() == null ? "" : " by " + print(node.step())) + ")";
        }
        return "(await " + print(((Expr.Await) expression).operand()) + ")";
    }

    private static String optional(Expr expression) {
        return expression == null ? "" : print(expression);
    }

    private static String some(List<Expr> positional, List<Argument> keywords) {
        return positional.isEmpty() && keywords.isEmpty() ? "" : arguments(positional, keywords);
    }

    private static String arguments(List<Expr> positional, List<Argument> keywords) {
        StringJoiner all = new StringJoiner(", ", "(", ")");
        positional.forEach(argument -> all.add(print(argument)));
        keywords.forEach(argument -> all.add(argument.name() + "=" + print(argument.value())));
        return all.toString();
    }

    private static String list(String open, List<Expr> elements, String close) {
        return elements.stream().map(Tree::print).collect(Collectors.joining(", ", open, close));
    }
}
