package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.error.SourceText;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds regions whose name is also that of a block, a component or another region. */
final class NameClashes {

    private final SourceText source;
    private final List<TemplateSyntaxException> errors;
    private final Map<String, String> kinds = new HashMap<>();

    NameClashes(SourceText source, List<TemplateSyntaxException> errors) {
        this.source = source;
        this.errors = errors;
    }

    void check(List<Stmt> body) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Block block) {
                declare(block.name(), block.fragment() ? "fragment" : "block", block.position());
            } else if (statement instanceof Stmt.Def def) {
                declare(def.name(), def.region() ? "region" : "def", def.position());
            }
            // the blocks of an embed belong to the template it names
            if (!(statement instanceof Stmt.Embed)) {
                for (List<Stmt> inner : Children.bodies(statement)) {
                    check(inner);
                }
            }
        }
    }

    private void declare(String name, String kind, Position position) {
        String before = kinds.putIfAbsent(name, kind);
        if (before != null && (kind.equals("region") || before.equals("region"))) {
            errors.add(new TemplateSyntaxException(
                    ErrorCode.K_PAR_006,
                    "The name '" + name + "' of this " + kind + " is already that of a " + before,
                    source,
                    position.line(),
                    position.column(),
                    "Give one of them another name",
                    List.of()));
        }
    }
}
