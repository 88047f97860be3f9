package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateWarning;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Advice on components: where one would save repetition (K-MOD-102), and where one only hands on (K-MOD-103). */
public final class ModularityChecks {

    /** What is shorter is no longer as a call. */
    private static final int LEAST_STATEMENTS = 4;

    private static final int LEAST_TEXT = 60;

    private static final Pattern PLACES = Pattern.compile("Position\\[line=\\d+, column=\\d+]");

    private final String template;
    private final Map<String, Position> bodies = new HashMap<>();
    private final List<TemplateWarning> found = new ArrayList<>();

    private ModularityChecks(String template) {
        this.template = template;
    }

    /** Finds K-MOD-102 and K-MOD-103. */
    public static List<TemplateWarning> check(TemplateNode tree, String template) {
        ModularityChecks checks = new ModularityChecks(template);
        checks.walk(tree.body());
        return checks.found;
    }

    private void walk(List<Stmt> body) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Def def && !def.region()) {
                passThrough(def);
            }
            for (List<Stmt> inner : Children.bodies(statement)) {
                if (!repeated(inner)) { // its parts repeat as well
                    walk(inner);
                }
            }
        }
    }

    // ---- repetition -------------------------------------------------------------------------------------------

    private boolean repeated(List<Stmt> body) {
        if (body.size() < LEAST_STATEMENTS || textLength(body) < LEAST_TEXT) {
            return false;
        }
        Position here = body.get(0).position();
        Position first = bodies.putIfAbsent(PLACES.matcher(body.toString()).replaceAll(""), here);
        if (first == null) {
            return false;
        }
        add(
                ErrorCode.K_MOD_102,
                "The same markup stands in line " + first.line(),
                here,
                "Make a component of it: {% def … %}");
        return true;
    }

    private static int textLength(List<Stmt> body) {
        int[] length = {0};
        Children.walk(
                body,
                statement -> length[0] += statement instanceof Stmt.Text text
                        ? text.text().strip().length()
                        : 0,
                expression -> {});
        return length[0];
    }

    // ---- components that hand on --------------------------------------------------------------------------------

    private void passThrough(Stmt.Def def) {
        Stmt only = null;
        for (Stmt statement : def.body()) {
            boolean blank = statement instanceof Stmt.Text text && text.text().isBlank();
            if (!blank && only != null) {
                return;
            }
            only = blank ? only : statement;
        }
        Expr.Call call = call(only);
        if (call != null && call.callee() instanceof Expr.Name name && handsOn(call, def)) {
            add(
                    ErrorCode.K_MOD_103,
                    "The component '" + def.name() + "' only calls '" + name.name() + "'",
                    def.position(),
                    "Call '" + name.name() + "' directly");
        }
    }

    private static Expr.@Nullable Call call(@Nullable Stmt statement) {
        if (statement instanceof Stmt.Output output) {
            return output.expression() instanceof Expr.Call call ? call : null;
        }
        if (statement instanceof Stmt.CallBlock block && block.call() instanceof Expr.Call call) {
            boolean ofItsOwn = block.slots().stream()
                    .flatMap(slot -> slot.body().stream())
                    .anyMatch(inner -> !(inner instanceof Stmt.Slot)
                            && !(inner instanceof Stmt.Text text && text.text().isBlank()));
            return ofItsOwn ? null : call;
        }
        return null;
    }

    /** Whether every argument is a parameter, and every parameter is an argument. */
    private static boolean handsOn(Expr.Call call, Stmt.Def def) {
        List<Expr> arguments = new ArrayList<>(call.arguments());
        call.keywords().forEach(keyword -> arguments.add(keyword.value()));
        Set<String> parameters = new HashSet<>();
        def.parameters().forEach(parameter -> parameters.add(parameter.name()));
        Set<String> given = new HashSet<>();
        for (Expr argument : arguments) {
            if (!(argument instanceof Expr.Name name)) {
                return false;
            }
            given.add(name.name());
        }
        return given.equals(parameters);
    }

    private void add(ErrorCode code, String message, Position position, String suggestion) {
        found.add(new TemplateWarning(code, message, template, position.line(), position.column(), suggestion));
    }
}
