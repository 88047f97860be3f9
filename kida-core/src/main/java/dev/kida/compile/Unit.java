package dev.kida.compile;

import dev.kida.analyze.UnitPlan;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Everything that emitting one unit shares: its method, its names, and the emitters for expressions and statements. */
final class Unit {

    private static final String[] NO_STRINGS = {};

    /** Variables are saved wherever a method can stop, so there should not be many. */
    private static final int MOST_VARIABLES = 12;

    private final TemplateEmitter template;
    private final UnitPlan plan;
    private final Code code;
    private final Lexical lexical = new Lexical();
    private final CallEmitter calls;
    private final ExpressionEmitter expressions;
    private final StatementEmitter statements;
    private final boolean large;
    private @Nullable Expr root;

    Unit(TemplateEmitter template, UnitPlan plan, Code code, boolean large) {
        this.template = template;
        this.plan = plan;
        this.code = code;
        this.large = large;
        this.calls = new CallEmitter(this);
        this.expressions = new ExpressionEmitter(this);
        this.statements = new StatementEmitter(this);
    }

    TemplateEmitter template() {
        return template;
    }

    UnitPlan plan() {
        return plan;
    }

    Code code() {
        return code;
    }

    Lexical lexical() {
        return lexical;
    }

    CallEmitter calls() {
        return calls;
    }

    ExpressionEmitter expressions() {
        return expressions;
    }

    StatementEmitter statements() {
        return statements;
    }

    /** Whether bodies of this unit are cut into several methods where they are long. */
    boolean large() {
        return large;
    }

    /** Whether an expression is computed by a method of its own, which is not this one. */
    boolean isCut(Expr expression) {
        return expression != root && template.outline().isCut(expression);
    }

    /** Says that this method computes an expression. */
    void root(Expr expression) {
        root = expression;
    }

    /**
     * Emits the whole method.
     *
     * @param part what a part of another unit does; null for the body of the plan
     */
    void emit(List<Lexical.Variable> captured, @Nullable Consumer<Unit> part) {
        code.begin();
        lexical.enterVariables();
        for (int i = 0; i < captured.size(); i++) {
            lexical.bind(
                    captured.get(i).name(),
                    argument(i, captured.size()),
                    captured.get(i).loop());
        }
        if (part != null) {
            part.accept(this);
        } else {
            switch (plan.kind()) {
                case DEF -> component();
                case REGION -> region();
                case SECTION -> statements.scoped(plan.body());
                default -> statements.body(plan.body());
            }
        }
        code.finish();
    }

    /** A value that the method was started with; where there are many, they stay in the activation. */
    private Local argument(int index, int count) {
        if (count > MOST_VARIABLES) {
            return Local.argument(index);
        }
        code.load(code.activation);
        code.push(index);
        code.invokeVirtual(Types.ACTIVATION, "local", Types.method("I", "O"));
        return code.keep();
    }

    private void component() {
        List<Stmt.Parameter> parameters = plan.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            lexical.bind(parameters.get(i).name(), componentArgument(parameters, i), false);
        }
        statements.scoped(plan.body());
    }

    private Local componentArgument(List<Stmt.Parameter> parameters, int index) {
        if (!(code.entry() instanceof Entry.Direct call)) {
            return argument(index, parameters.size());
        }
        if (parameters.get(index).defaultValue() != null) {
            call.orDefault(code, index);
        }
        return call.argument(index);
    }

    /** Defaults are evaluated in the caller's context, before any parameter is bound (spec 04 §8.1). */
    private void region() {
        List<Stmt.Parameter> parameters = plan.parameters();
        if (code.resumable && !parameters.isEmpty()) {
            List<String> names = parameters.stream().map(Stmt.Parameter::name).toList();
            code.at(parameters.get(0).position());
            statements.awaits().names(names);
        }
        List<Local> values = parameters.stream()
                .map(parameter -> new RegionParameter(this, parameter, parameters.indexOf(parameter)).emit())
                .toList();
        for (int i = 0; i < values.size(); i++) {
            String name = parameters.get(i).name();
            code.load(code.activation);
            code.string(name);
            code.load(values.get(i));
            code.invokeVirtual(Types.ACTIVATION, "let", Types.method("SO", "V"));
            lexical.bind(name, values.get(i), false);
        }
        statements.body(plan.body());
    }

    // ---- small helpers ---------------------------------------------------------------------------------------------

    void emptyArray() {
        code.method.visitFieldInsn(Opcodes.GETSTATIC, Types.PREPARE, "NO_VALUES", "[Ljava/lang/Object;");
    }

    void strings(String[] values) {
        code.constant(values.length == 0 ? template.noStrings(NO_STRINGS) : values, "[Ljava/lang/String;");
    }

    /** The name an expression reads from the context, or null when it is anything else. */
    @Nullable
    String contextName(Expr expression) {
        if (expression instanceof Expr.Name name
                && lexical.variable(name.name()) == null
                && lexical.scopeVariables(name.name()).isEmpty()) {
            return name.name();
        }
        return null;
    }

    /** Leaves an array with the given variables on the stack. */
    void capture(List<Lexical.Variable> variables) {
        List<Local> locals = new ArrayList<>(variables.size());
        for (Lexical.Variable variable : variables) {
            locals.add(variable.local());
        }
        code.array(locals);
    }
}
