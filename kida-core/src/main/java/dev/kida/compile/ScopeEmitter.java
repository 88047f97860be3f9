package dev.kida.compile;

import dev.kida.syntax.Stmt;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Emits the scopes that {@code set} writes (spec 03 §2): as variables of the method, or on the heap in units that a nested
 * component or slot body can look into.
 */
final class ScopeEmitter {

    private final Unit unit;
    private final Code code;
    private final StatementEmitter statements;

    ScopeEmitter(Unit unit, StatementEmitter statements) {
        this.unit = unit;
        this.code = unit.code();
        this.statements = statements;
    }

    /**
     * Emits a body in a scope of its own.
     *
     * @param given names the scope starts with
     */
    void scoped(List<Stmt> body, Map<String, Local> given) {
        Set<String> names = new LinkedHashSet<>(given.keySet());
        names.addAll(SetNames.of(body));
        if (!unit.plan().heapScopes()) {
            inVariables(body, names, given);
        } else if (names.isEmpty() && !SetNames.isLookedAt(body)) {
            inLexicalScope(body);
        } else {
            onHeap(body, given);
        }
    }

    private void inVariables(List<Stmt> body, Set<String> names, Map<String, Local> given) {
        Map<String, Local> variables = new LinkedHashMap<>();
        for (String name : names) {
            Local start = given.get(name);
            if (start == null) {
                code.missing();
            } else {
                code.load(start);
            }
            variables.put(name, code.keep());
        }
        unit.lexical().enterScope(variables);
        statements.body(body);
        for (Local local : unit.lexical().leave()) {
            code.release(local);
        }
    }

    private void inLexicalScope(List<Stmt> body) {
        unit.lexical().enterScope(Map.of());
        statements.body(body);
        unit.lexical().leave();
    }

    private void onHeap(List<Stmt> body, Map<String, Local> given) {
        code.load(code.activation);
        code.invokeVirtual(Types.ACTIVATION, "scope", "()" + Types.desc(Types.SCOPE));
        Local before = code.keep(Types.SCOPE);
        code.load(code.activation);
        code.invokeVirtual(Types.ACTIVATION, "pushScope", "()V");
        given.forEach((name, local) -> {
            code.load(code.activation);
            code.string(name);
            code.load(local);
            code.invokeVirtual(Types.ACTIVATION, "set", Types.method("SO", "V"));
        });
        Runnable restore = () -> {
            code.load(code.activation);
            code.load(before);
            code.invokeVirtual(Types.ACTIVATION, "restoreScope", "(" + Types.desc(Types.SCOPE) + ")V");
        };
        statements.exits().enter(restore);
        inLexicalScope(body);
        statements.exits().leave();
        restore.run();
        code.release(before);
    }
}
