package dev.kida.compile;

import dev.kida.output.Prints;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Target;
import dev.kida.value.MemberSite;
import dev.kida.value.Members;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits reads of names, attributes, items and slices, and comprehensions. */
final class AccessEmitter {

    /** The class file format has a limit for names. */
    private static final int LONGEST_NAME = 1000;

    static final int STRICT = 0;
    static final int LENIENT = 1;
    static final int OPTIONAL_STRICT = 2;
    static final int OPTIONAL_LENIENT = 3;

    /** Members of {@code loop} that have methods of their own, by what those return. */
    private static final Set<String> LOOP_NUMBERS = Set.of("index", "index0", "length", "revindex", "revindex0");

    private static final Set<String> LOOP_TRUTHS = Set.of("first", "last");

    private static final Handle BOOTSTRAP = new Handle(
            Opcodes.H_INVOKESTATIC,
            Types.VALUE + "Members",
            "bootstrap",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)"
                    + "Ljava/lang/invoke/CallSite;",
            false);

    private static final Handle PRINT = new Handle(
            Opcodes.H_INVOKESTATIC,
            "dev/kida/output/Prints",
            "bootstrap",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)"
                    + "Ljava/lang/invoke/CallSite;",
            false);

    private static final String SITE = Types.VALUE + "MemberSite";

    private final Unit unit;
    private final Code code;
    private final ExpressionEmitter expressions;

    AccessEmitter(Unit unit, ExpressionEmitter expressions) {
        this.unit = unit;
        this.code = unit.code();
        this.expressions = expressions;
    }

    // ---- names -----------------------------------------------------------------------------------------------------

    /** Reads a name; {@code soft}: the undefined value instead of an error. */
    void name(String name, boolean soft) {
        Lexical.Variable variable = unit.lexical().variable(name);
        if (variable != null) {
            code.reads(name, variable.local());
            code.load(variable.local());
        } else {
            nonLocal(name, soft);
        }
    }

    /** Reads a name through scopes and context, leaving lexical variables aside. */
    void nonLocal(String name, boolean soft) {
        Label done = new Label();
        for (Local local : unit.lexical().scopeVariables(name)) {
            code.reads(name, local);
            code.load(local);
            code.dup();
            code.missing();
            code.jump(Opcodes.IF_ACMPNE, done);
            code.pop();
        }
        code.load(code.activation);
        code.string(name);
        String method = (unit.plan().scopedNames() ? "scoped" : "name") + (soft ? "OrUndefined" : "");
        code.invokeVirtual(Types.ACTIVATION, method, Types.method("S", "O"));
        code.mark(done);
    }

    // ---- members ---------------------------------------------------------------------------------------------------

    void attribute(Expr.Attribute node) {
        if (loopNumber(node)) {
            code.invokeStatic("java/lang/Long", "valueOf", "(J)Ljava/lang/Long;");
            return;
        }
        if (loopTruth(node)) {
            code.bool();
            return;
        }
        expressions.value(node.object());
        code.at(node.position());
        boolean strict = unit.template().strict();
        int mode = strict ? STRICT : LENIENT;
        member(node.name(), node.optional() ? mode + OPTIONAL_STRICT : mode);
    }

    /** Leaves a number that a {@code for} loop of this method knows on the stack, as a long; does nothing for others. */
    boolean loopNumber(Expr.Attribute node) {
        return ofLoop(node, LOOP_NUMBERS, "J");
    }

    /** Leaves what is true or false of a {@code for} loop of this method on the stack; does nothing for others. */
    boolean loopTruth(Expr.Attribute node) {
        return ofLoop(node, LOOP_TRUTHS, "Z");
    }

    private boolean ofLoop(Expr.Attribute node, Set<String> members, String type) {
        if (!members.contains(node.name())
                || !(node.object() instanceof Expr.Name name)
                || unit.isCut(name)
                || unit.template().sandboxed()) {
            return false;
        }
        Lexical.Variable variable = unit.lexical().variable(name.name());
        if (variable == null || !variable.local().type().equals(Types.LOOP)) {
            return false;
        }
        code.at(node.position());
        code.load(variable.local());
        code.invokeVirtual(Types.LOOP, node.name(), Types.method("", type));
        return true;
    }

    /** Replaces the receiver on the stack by its member: an inline cache for each place. */
    void member(String name, int mode) {
        if (unit.template().sandboxed()) {
            code.string(name);
            code.push(mode);
            code.load(code.activation);
            code.invokeStatic(Types.BOUNDED, "member", Types.method("OSIA", "O"));
            return;
        }
        if (name.length() > LONGEST_NAME) {
            code.string(name);
            code.push(mode % OPTIONAL_STRICT == STRICT ? 1 : 0);
            String method = mode < OPTIONAL_STRICT ? "get" : "getOptional";
            code.invokeStatic(Types.VALUE + "Members", method, Types.method("OSZ", "O"));
            return;
        }
        if (unit.template().linked()) {
            code.method.visitInvokeDynamicInsn(Members.linkName(name, mode), Types.method("O", "O"), BOOTSTRAP);
            return;
        }
        code.constant(new MemberSite(name, mode), SITE);
        code.swap();
        code.invokeVirtual(SITE, "get", Types.method("O", "O"));
    }

    /** Whether printing this reads a member at a place that can be linked to the writer for its type. */
    boolean isPrintable(Expr expression) {
        return expression instanceof Expr.Attribute attribute
                && !unit.isCut(expression)
                && !unit.template().sandboxed()
                && !unit.template().bounded()
                && unit.template().linked()
                && attribute.name().length() <= LONGEST_NAME;
    }

    /** Prints the member of a value. */
    void print(Expr.Attribute node, boolean escape) {
        code.load(code.out);
        if (loopNumber(node)) {
            code.invokeVirtual(Types.OUTPUT, "number", Types.method("J", "V"));
            return;
        }
        expressions.value(node.object());
        code.at(node.position());
        int plain = unit.template().strict() ? STRICT : LENIENT;
        int mode = node.optional() ? plain + OPTIONAL_STRICT : plain;
        code.method.visitInvokeDynamicInsn(Prints.linkName(node.name(), mode, escape), Types.method("PO", "V"), PRINT);
    }

    void item(Expr.Item node) {
        expressions.values(node.object(), node.key());
        code.at(node.position());
        boolean checked = unit.template().sandboxed();
        if (node.optional()) {
            code.push(unit.template().strict() ? 1 : 0);
        }
        if (checked) {
            code.load(code.activation);
            String method = node.optional() ? "itemOptional" : "item";
            code.invokeStatic(Types.BOUNDED, method, Types.method(node.optional() ? "OOZA" : "OOA", "O"));
        } else if (node.optional()) {
            code.invokeStatic(Types.VALUE + "Subscripts", "itemOptional", Types.method("OOZ", "O"));
        } else {
            code.invokeStatic(Types.VALUE + "Subscripts", "item", Types.method("OO", "O"));
        }
    }

    void slice(Expr.Slice node) {
        List<@Nullable Expr> parts = java.util.Arrays.asList(node.start(), node.stop(), node.step());
        List<Expr> all = new java.util.ArrayList<>();
        all.add(node.object());
        for (Expr part : parts) {
            all.add(part == null ? new Expr.Constant(node.position(), null) : part);
        }
        expressions.values(all);
        code.at(node.position());
        if (node.optional()) {
            code.push(unit.template().strict() ? 1 : 0);
            code.invokeStatic(Types.VALUE + "Subscripts", "sliceOptional", Types.method("OOOOZ", "O"));
        } else {
            code.invokeStatic(Types.VALUE + "Subscripts", "slice", Types.method("OOOO", "O"));
        }
    }

    // ---- comprehensions --------------------------------------------------------------------------------------------

    void comprehension(Expr.Comprehension node) {
        expressions.value(node.iterable());
        code.at(node.position());
        code.invokeStatic(Types.VALUE + "Iteration", "strict", "(Ljava/lang/Object;)Ljava/util/Iterator;");
        Local iterator = code.keep("java/util/Iterator");
        unit.emptyArray();
        code.invokeStatic(Types.STATEMENTS, "list", Types.method("o", "O"));
        code.method.visitTypeInsn(Opcodes.CHECKCAST, Types.LIST);
        Local result = code.keep(Types.LIST);
        Label next = new Label();
        Label done = new Label();
        unit.lexical().enterVariables();
        code.mark(next);
        code.load(iterator);
        code.method.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/util/Iterator", "hasNext", "()Z", true);
        code.jump(Opcodes.IFEQ, done);
        code.load(code.activation);
        code.invokeStatic(Types.STATEMENTS, "turn", Types.method("A", "V"));
        code.load(iterator);
        code.method.visitMethodInsn(
                Opcodes.INVOKEINTERFACE, "java/util/Iterator", "next", "()Ljava/lang/Object;", true);
        code.invokeStatic(Types.VALUE + "Values", "unwrap", Types.method("O", "O"));
        bind(node.target(), false);
        Expr condition = node.condition();
        if (condition != null) {
            expressions.conditions().jumpUnless(condition, next);
        }
        expressions.value(node.element());
        Local element = code.keep();
        code.load(result);
        code.load(element);
        code.release(element);
        code.method.visitMethodInsn(Opcodes.INVOKEINTERFACE, Types.LIST, "add", "(Ljava/lang/Object;)Z", true);
        code.pop();
        code.go(next);
        code.mark(done);
        unit.lexical().leave().forEach(code::release);
        code.load(result);
        code.release(result);
        code.release(iterator);
    }

    /** Binds the value on the stack to a target as lexical variables; a sequence must have exactly as many elements. */
    void bind(Target target, boolean loop) {
        code.at(target.position());
        if (target instanceof Target.NameTarget name) {
            Lexical.Variable known = unit.lexical().variableHere(name.name());
            boolean reusable =
                    known != null && known.local().type().equals(Types.OBJECT); // a target may be called loop
            Local local = known != null && reusable ? known.local() : code.allocate(Types.OBJECT);
            code.store(local);
            unit.lexical().bind(name.name(), local, loop);
        } else if (target instanceof Target.TupleTarget tuple) {
            code.push(tuple.elements().size());
            code.invokeStatic(Types.VALUE + "Iteration", "unpackExact", Types.method("OI", "o"));
            Local parts = code.keep("[Ljava/lang/Object;");
            for (int i = 0; i < tuple.elements().size(); i++) {
                code.load(parts);
                code.push(i);
                code.method.visitInsn(Opcodes.AALOAD);
                bind(tuple.elements().get(i), loop);
            }
            code.release(parts);
        }
    }
}
