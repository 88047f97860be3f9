package dev.kida.compile;

import dev.kida.analyze.Children;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The names of the context whose values a statement needs before it runs (implicit await). Explicit {@code await name},
 * {@code async for} over a name and {@code name is defined} take care of themselves; so does a plain {@code for} over a
 * name, which reads item by item unless its body or filter needs the length.
 */
final class AwaitedNames {

    private static final Set<String> NEED_LENGTH = Set.of("last", "length", "revindex", "revindex0", "nextitem");

    private final Lexical lexical;
    private final Set<String> names = new LinkedHashSet<>();

    AwaitedNames(Lexical lexical) {
        this.lexical = lexical;
    }

    List<String> of(Stmt statement) {
        if (statement instanceof Stmt.For loop) {
            forLoop(loop);
        } else if (!(statement instanceof Stmt.Def def && def.region())) {
            Children.expressions(statement).forEach(expression -> add(expression, Set.of()));
        }
        return new ArrayList<>(names);
    }

    /** The names of an expression that is no statement's own. */
    List<String> of(Expr expression) {
        add(expression, Set.of());
        return new ArrayList<>(names);
    }

    private void forLoop(Stmt.For loop) {
        boolean itself = loop.iterable() instanceof Expr.Name && (loop.async() || !needsLength(loop));
        if (!itself) {
            add(loop.iterable(), Set.of());
        }
        Expr filter = loop.filter();
        if (filter != null) {
            Set<String> bound = new HashSet<>(SetNames.targets(loop.target()));
            bound.add("loop");
            add(filter, bound);
        }
    }

    private void add(Expr expression, Set<String> bound) {
        if (expression instanceof Expr.Name name) {
            if (!bound.contains(name.name()) && lexical.variable(name.name()) == null) {
                names.add(name.name());
            }
        } else if (expression instanceof Expr.Comprehension node) {
            add(node.iterable(), bound);
            Set<String> inner = new HashSet<>(bound);
            inner.addAll(SetNames.targets(node.target()));
            Expr condition = node.condition();
            if (condition != null) {
                add(condition, inner);
            }
            add(node.element(), inner);
        } else if (!skips(expression)) {
            Children.of(expression).forEach(part -> add(part, bound));
        }
    }

    private static boolean skips(Expr expression) {
        if (expression instanceof Expr.Await await) {
            return await.operand() instanceof Expr.Name;
        }
        return expression instanceof Expr.Test test
                && Suspending.isDefinedTest(test)
                && test.value() instanceof Expr.Name;
    }

    /** Whether a loop's body or its filter can ask for something only the whole sequence tells. */
    static boolean needsLength(Stmt.For loop) {
        boolean[] needs = {false};
        Set<Expr> members = new HashSet<>();
        Consumer<Expr> expressions = expression -> {
            if (expression instanceof Expr.Attribute attribute
                    && attribute.object() instanceof Expr.Name name
                    && name.name().equals("loop")) {
                members.add(name);
                needs[0] |= NEED_LENGTH.contains(attribute.name());
            } else if (expression instanceof Expr.Name name && name.name().equals("loop") && !members.contains(name)) {
                needs[0] = true;
            }
        };
        Children.walk(loop.body(), statement -> {}, expressions);
        Expr filter = loop.filter();
        if (filter != null) {
            Children.walk(filter, expressions);
        }
        return needs[0];
    }
}
