package dev.kida.compile;

import dev.kida.syntax.Argument;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.value.TemplateFunction;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits calls of functions, methods, components, filters and tests. */
final class CallEmitter {

    private static final String FUNCTION = Types.VALUE + "TemplateFunction";
    private static final String APPLY =
            "(" + Types.desc(FUNCTION) + "[Ljava/lang/Object;[Ljava/lang/String;[Ljava/lang/Object;"
                    + Types.desc(Types.ACTIVATION) + ")Ljava/lang/Object;";

    private final Unit unit;
    private final Code code;
    private final DirectCallEmitter direct;

    CallEmitter(Unit unit) {
        this.unit = unit;
        this.code = unit.code();
        this.direct = new DirectCallEmitter(unit);
    }

    /** Evaluated arguments, waiting in variables. */
    private record Arguments(Local positional, String[] names, Local named) {}

    // ---- functions, methods, components ----------------------------------------------------------------------------

    /** Prints what a call gives. */
    void print(Expr.Call node, boolean escape) {
        if (direct.canBeDirect(node)) {
            direct.print(node, escape);
        } else {
            prepare(node);
            finishAsOutput(escape);
        }
    }

    /** Leaves what {@code Prepare} makes of a call on the stack. */
    void prepare(Expr.Call node) {
        if (node.callee() instanceof Expr.Attribute attribute) {
            unit.expressions().value(attribute.object());
            Local receiver = code.keep();
            Arguments arguments = arguments(node.arguments(), node.keywords());
            code.at(attribute.position());
            code.loadRun();
            code.load(receiver);
            code.string(attribute.name());
            pass(arguments);
            code.loadPosition();
            code.invokeStatic(
                    preparer(), attribute.optional() ? "optionalMethod" : "method", Types.method("AOSosoI", "O"));
            release(arguments);
            code.release(receiver);
            return;
        }
        unit.expressions().value(node.callee());
        Local callee = code.keep();
        Arguments arguments = arguments(node.arguments(), node.keywords());
        code.at(node.position());
        prepare(callee, arguments);
        release(arguments);
        code.release(callee);
    }

    /** As {@link #prepare(Expr.Call)}, of a call whose parts wait in variables. */
    void prepare(Local callee, List<Local> values, Expr.Call node) {
        int positional = node.arguments().size();
        code.array(values.subList(0, positional));
        Local first = code.keep("[Ljava/lang/Object;");
        code.array(values.subList(positional, values.size()));
        Local named = code.keep("[Ljava/lang/Object;");
        Arguments arguments = new Arguments(first, keywordNames(node.keywords()), named);
        prepare(callee, arguments);
        release(arguments);
    }

    private void prepare(Local callee, Arguments arguments) {
        code.loadRun();
        code.load(callee);
        pass(arguments);
        code.loadPosition();
        code.invokeStatic(preparer(), "call", Types.method("AOosoI", "O"));
    }

    private String preparer() {
        return unit.template().bounded() ? Types.BOUNDED : Types.PREPARE;
    }

    /** Leaves a prepared {@code call} block on the stack; the caller was kept before. */
    void prepareBlock(Expr.Call node, Local caller) {
        if (node.callee() instanceof Expr.Attribute attribute) {
            unit.expressions().value(attribute.object());
            Local receiver = code.keep();
            code.at(attribute.position());
            code.load(code.activation);
            code.load(receiver);
            code.release(receiver);
            code.string(attribute.name());
            code.invokeStatic(Types.PREPARE, "memberToCall", Types.method("AOS", "O"));
        } else {
            unit.expressions().value(node.callee());
        }
        Local callee = code.keep();
        Arguments arguments = arguments(node.arguments(), node.keywords());
        code.at(node.position());
        code.load(code.activation);
        code.load(callee);
        pass(arguments);
        code.load(caller);
        code.loadPosition();
        code.invokeStatic(Types.PREPARE, "callBlock", Types.method("AOosoXI", "O"));
        release(arguments);
        code.release(callee);
    }

    /** Turns what was prepared into a value. */
    void finishAsValue() {
        if (!code.resumable) {
            code.invokeStatic(Types.UNITS, "value", Types.method("O", "O"));
            return;
        }
        code.loadFrame();
        code.swap();
        code.invokeVirtual(Types.FRAME, "value", Types.method("O", "O"));
        code.suspendIfPending();
    }

    /** Prints what was prepared; a component writes straight to the output. */
    void finishAsOutput(boolean escape) {
        if (!code.resumable) {
            direct(escape);
            return;
        }
        code.loadFrame();
        code.swap();
        code.load(code.out);
        code.push(escape ? 1 : 0);
        code.invokeVirtual(Types.FRAME, "print", Types.method("OPZ", "O"));
        code.suspendIfPending();
        code.pop();
    }

    private void direct(boolean escape) {
        Label done = new Label();
        code.load(code.out);
        code.push(escape ? 1 : 0);
        code.invokeStatic(Types.UNITS, "direct", Types.method("OPZ", "A"));
        Local run = code.keep(Types.ACTIVATION);
        code.load(run);
        code.jump(Opcodes.IFNULL, done);
        start(run);
        code.mark(done);
        code.release(run);
    }

    /** Starts a prepared run here. */
    void start(Local run) {
        code.load(run);
        code.invokeVirtual(Types.ACTIVATION, "code", Types.method("", Types.STRAIGHT));
        code.load(run);
        code.invokeVirtual(Types.ACTIVATION, "start", "()I");
        code.load(run);
        code.load(code.out);
        code.invokeVirtual(Types.STRAIGHT, "run", Types.method("IAP", "V"));
    }

    // ---- filters and tests -----------------------------------------------------------------------------------------

    void filter(Expr.Filter node) {
        unit.expressions().value(node.value());
        boolean skipsNull = node.pipe() == Expr.Pipe.OPTIONAL || node.pipe() == Expr.Pipe.SAFE_PIPELINE;
        Label done = new Label();
        if (skipsNull) {
            code.dup();
            code.jump(Opcodes.IFNULL, done);
        }
        filterOn(node);
        code.mark(done);
    }

    /** Applies a filter to the value on the stack. */
    void filterOn(Expr.Filter node) {
        apply(unit.template().filter(node.name()), node.position(), node.arguments(), node.keywords());
    }

    void filterOn(Stmt.FilterRef node) {
        apply(unit.template().filter(node.name()), node.position(), node.arguments(), node.keywords());
    }

    void test(Expr.Test node) {
        unit.expressions().value(node.value());
        apply(unit.template().test(node.name()), node.position(), node.arguments(), node.keywords());
    }

    private void apply(TemplateFunction function, Position position, List<Expr> arguments, List<Argument> keywords) {
        Local subject = code.keep();
        Local positional = positionalAfter(subject, arguments);
        Local named = named(keywords);
        code.at(position);
        code.loadRun();
        code.loadPosition();
        code.invokeVirtual(Types.ACTIVATION, "at", Types.method("I", "V"));
        code.constant(function, FUNCTION);
        code.load(positional);
        names(keywords);
        code.load(named);
        code.loadRun();
        code.invokeStatic(unit.template().bounded() ? Types.BOUNDED : Types.STATEMENTS, "apply", APPLY);
        code.release(named);
        code.release(positional);
        code.release(subject);
    }

    // ---- arguments -------------------------------------------------------------------------------------------------

    private Arguments arguments(List<Expr> positional, List<Argument> keywords) {
        unit.expressions().array(positional);
        Local values = code.keep("[Ljava/lang/Object;");
        Local named = named(keywords);
        return new Arguments(values, keywordNames(keywords), named);
    }

    private Local named(List<Argument> keywords) {
        unit.expressions().array(keywords.stream().map(Argument::value).toList());
        return code.keep("[Ljava/lang/Object;");
    }

    private Local positionalAfter(Local first, List<Expr> rest) {
        unit.expressions().array(rest);
        if (!rest.isEmpty()) {
            Local values = code.keep("[Ljava/lang/Object;");
            code.load(first);
            code.load(values);
            code.release(values);
            code.invokeStatic(Types.STATEMENTS, "prepend", Types.method("Oo", "o"));
        } else {
            code.pop();
            code.push(1);
            code.method.visitTypeInsn(Opcodes.ANEWARRAY, Types.OBJECT);
            code.dup();
            code.push(0);
            code.load(first);
            code.method.visitInsn(Opcodes.AASTORE);
        }
        return code.keep("[Ljava/lang/Object;");
    }

    private void pass(Arguments arguments) {
        code.load(arguments.positional());
        unit.strings(arguments.names());
        code.load(arguments.named());
    }

    private void release(Arguments arguments) {
        code.release(arguments.named());
        code.release(arguments.positional());
    }

    private void names(List<Argument> keywords) {
        unit.strings(keywordNames(keywords));
    }

    static String[] keywordNames(List<Argument> keywords) {
        return keywords.stream().map(Argument::name).toArray(String[]::new);
    }
}
