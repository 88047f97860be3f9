package dev.kida.compile;

import dev.kida.render.ComponentSite;
import dev.kida.syntax.Argument;
import dev.kida.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Emits printed calls of names, which are components as a rule: one that can be called directly gets its arguments from the
 * variables of this method, without arrays, and the JIT sees which body runs here. Anything else is prepared as usual.
 */
final class DirectCallEmitter {

    private final Unit unit;
    private final Code code;

    DirectCallEmitter(Unit unit) {
        this.unit = unit;
        this.code = unit.code();
    }

    boolean canBeDirect(Expr.Call node) {
        return !code.resumable
                && node.callee() instanceof Expr.Name
                && node.arguments().size() + node.keywords().size() <= ComponentSite.MOST
                && !unit.template().bounded()
                && !unit.template().sandboxed();
    }

    void print(Expr.Call node, boolean escape) {
        unit.expressions().value(node.callee());
        Local callee = code.keep();
        List<Local> arguments = arguments(node);
        code.at(node.position());
        code.constant(site(node), Types.COMPONENT_SITE);
        code.load(callee);
        code.loadOrigin();
        code.invokeVirtual(
                Types.COMPONENT_SITE,
                "direct",
                "(" + Types.desc(Types.OBJECT) + Types.desc(Types.CALL_ORIGIN) + ")" + Types.desc(Types.DEF_VALUE));
        Local component = code.keep(Types.DEF_VALUE);
        Label prepared = new Label();
        Label done = new Label();
        code.load(component);
        code.jump(Opcodes.IFNULL, prepared);
        call(component, arguments);
        code.go(done);
        code.mark(prepared);
        code.at(node.position());
        unit.calls().prepare(callee, arguments, node);
        unit.calls().finishAsOutput(escape);
        code.mark(done);
        code.release(component);
        arguments.forEach(code::release);
        code.release(callee);
    }

    private List<Local> arguments(Expr.Call node) {
        List<Local> values = new ArrayList<>();
        for (Expr argument : node.arguments()) {
            unit.expressions().value(argument);
            values.add(code.keep());
        }
        for (Argument argument : node.keywords()) {
            unit.expressions().value(argument.value());
            values.add(code.keep());
        }
        return values;
    }

    private static ComponentSite site(Expr.Call node) {
        return new ComponentSite(node.arguments().size(), CallEmitter.keywordNames(node.keywords()));
    }

    private void call(Local component, List<Local> arguments) {
        code.load(component);
        code.loadOrigin();
        code.loadPosition();
        code.invokeStatic(
                Types.COMPONENT_CALL,
                "of",
                "(" + Types.desc(Types.DEF_VALUE) + Types.desc(Types.CALL_ORIGIN) + "I)"
                        + Types.desc(Types.COMPONENT_CALL));
        Local call = code.keep(Types.COMPONENT_CALL);
        code.load(component);
        code.invokeVirtual(Types.DEF_VALUE, "code", Types.method("", Types.STRAIGHT));
        code.load(component);
        code.invokeVirtual(Types.DEF_VALUE, "unit", "()I");
        code.load(call);
        for (int i = 0; i < ComponentSite.MOST; i++) {
            if (i < arguments.size()) {
                code.load(arguments.get(i));
            } else {
                code.missing();
            }
        }
        code.load(code.out);
        code.invokeVirtual(Types.STRAIGHT, "component", Types.COMPONENT_METHOD);
        code.load(call);
        code.invokeVirtual(Types.COMPONENT_CALL, "end", "()V");
        code.release(call);
    }
}
