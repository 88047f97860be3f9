package dev.kida.compile;

import dev.kida.analyze.UnitPlan;
import dev.kida.output.StaticText;
import dev.kida.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Emits deferred sections, and the stop at the end of a page's body where they are sent. */
final class SectionEmitter {

    private final Unit unit;
    private final Code code;

    SectionEmitter(Unit unit) {
        this.unit = unit;
        this.code = unit.code();
    }

    void defer(Stmt.Defer node) {
        List<Lexical.Variable> captured = unit.lexical().visible();
        code.load(code.activation);
        code.push(part(node, captured));
        code.push(node.loading().isEmpty() ? -1 : part(node.loading(), captured));
        code.push(fallback(node, captured));
        unit.capture(captured);
        code.push(unit.template().escape() && unit.template().sectionPlaces().isContent(node) ? 1 : 0);
        code.loadPosition();
        code.invokeStatic(Types.SECTION, "of", Types.method("AIIIoZI", Types.SECTION));
        Local section = code.keep(Types.SECTION);
        if (code.resumable) {
            code.loadFrame();
            code.load(section);
            code.load(code.out);
            code.invokeVirtual(
                    Types.FRAME,
                    "section",
                    "(" + Types.desc(Types.SECTION) + Types.desc(Types.OUTPUT) + ")" + Types.desc(Types.OBJECT));
            code.suspendIfPending();
            code.pop();
        } else {
            code.load(section);
            code.load(code.out);
            code.invokeVirtual(Types.SECTION, "print", Types.method("P", "V"));
        }
        code.release(section);
    }

    private int part(Object node, List<Lexical.Variable> captured) {
        UnitPlan plan = unit.template().plan().unit(node);
        unit.template().captures(plan, captured);
        return plan.id();
    }

    private int fallback(Stmt.Defer node, List<Lexical.Variable> captured) {
        Stmt.Fallback fallback = node.fallback();
        if (fallback == null) {
            return -1;
        }
        String name = fallback.name();
        List<Lexical.Variable> all = new ArrayList<>(captured);
        if (name != null) {
            all.add(new Lexical.Variable(name, Local.argument(captured.size()), false));
        }
        return part(fallback, all);
    }

    /** Emits text that contains the end of the page's body; what comes later is sent before it. */
    void endOfBody(String text, int end) {
        text(text.substring(0, end));
        code.loadFrame();
        code.load(code.out);
        code.invokeVirtual(Types.FRAME, "endOfBody", Types.method("P", "O"));
        code.suspendIfPending();
        code.pop();
        text(text.substring(end));
    }

    private void text(String text) {
        if (!text.isEmpty()) {
            code.load(code.out);
            code.constant(new StaticText(text), Types.STATIC_TEXT);
            code.invokeVirtual(Types.OUTPUT, "text", "(" + Types.desc(Types.STATIC_TEXT) + ")V");
        }
    }
}
