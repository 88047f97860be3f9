package dev.kida.compile;

import dev.kida.analyze.Weight;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Pattern;
import dev.kida.syntax.Stmt;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits {@code match} (spec 03 §7). */
final class MatchEmitter {

    /** The name of a variable that no template can have. */
    private static final String SUBJECT = "\0subject";

    private final Unit unit;
    private final Code code;
    private final StatementEmitter statements;

    MatchEmitter(Unit unit, StatementEmitter statements) {
        this.unit = unit;
        this.code = unit.code();
        this.statements = statements;
    }

    void match(Stmt.Match node) {
        if (node.subjects().size() == 1) {
            unit.expressions().value(node.subjects().get(0));
        } else {
            unit.expressions().visitTuple(new Expr.TupleLiteral(node.position(), node.subjects()));
        }
        Local subject = code.keep();
        cases(node, subject);
        code.release(subject);
    }

    private void cases(Stmt.Match node, Local subject) {
        Label done = new Label();
        List<Stmt.Case> cases = node.cases();
        int fitting = statements.fitting(
                cases.stream().map(Stmt.Case::body).toList(),
                cases.stream().map(MatchEmitter::weight).toList());
        for (Stmt.Case each : cases.subList(0, fitting)) {
            statements.branch(() -> oneCase(each, subject, done));
        }
        if (fitting < cases.size()) {
            unit.lexical().enterVariables();
            unit.lexical().bind(SUBJECT, subject, false);
            Expr same = new Expr.Name(node.position(), SUBJECT);
            List<Stmt.Case> rest = cases.subList(fitting, cases.size());
            statements.branch(
                    () -> statements.parts().statements(List.of(new Stmt.Match(node.position(), List.of(same), rest))));
            unit.lexical().leave();
        }
        code.mark(done);
    }

    private static int weight(Stmt.Case each) {
        return Weight.of(each.pattern(), each.guard());
    }

    private void oneCase(Stmt.Case each, Local subject, Label done) {
        Label next = new Label();
        unit.lexical().enterVariables();
        code.at(each.position());
        pattern(each.pattern(), subject, next);
        Expr guard = each.guard();
        if (guard != null) {
            unit.expressions().conditions().jumpUnless(guard, next);
        }
        statements.body(each.body());
        code.go(done);
        code.mark(next);
        unit.lexical().leave().forEach(code::release);
    }

    private void pattern(Pattern pattern, Local value, Label fails) {
        if (pattern instanceof Pattern.Binding binding) {
            Lexical.Variable known = unit.lexical().variableHere(binding.name());
            Local local = known == null ? code.allocate(Types.OBJECT) : known.local();
            code.load(value);
            code.store(local);
            unit.lexical().bind(binding.name(), local, false);
        } else if (pattern instanceof Pattern.Value literal) {
            unit.expressions().value(literal.expression());
            Local expected = code.keep();
            code.at(pattern.position());
            code.load(value);
            code.load(expected);
            code.invokeStatic(Types.VALUE + "Comparisons", "equal", Types.method("OO", "Z"));
            code.jump(Opcodes.IFEQ, fails);
            code.release(expected);
        } else if (pattern instanceof Pattern.Sequence sequence) {
            sequence(sequence, value, fails);
        }
    }

    private void sequence(Pattern.Sequence sequence, Local value, Label fails) {
        code.load(value);
        code.push(sequence.elements().size());
        code.invokeStatic(Types.STATEMENTS, "sequence", Types.method("OI", "o"));
        Local parts = code.keep("[Ljava/lang/Object;");
        code.load(parts);
        code.jump(Opcodes.IFNULL, fails);
        for (int i = 0; i < sequence.elements().size(); i++) {
            code.load(parts);
            code.push(i);
            code.method.visitInsn(Opcodes.AALOAD);
            Local element = code.keep();
            pattern(sequence.elements().get(i), element, fails);
            code.release(element);
        }
        code.release(parts);
    }
}
