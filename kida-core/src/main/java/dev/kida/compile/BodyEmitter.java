package dev.kida.compile;

import dev.kida.analyze.Granularity;
import dev.kida.analyze.Weight;
import dev.kida.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Emits bodies: statements one after the other, and in a large unit pieces of them as methods of their own. */
final class BodyEmitter {

    /** Parts lighter than this are not worth a method. */
    private static final int SMALLEST = 10;

    /** Pieces of one body; a longer body has larger pieces, which are cut again. */
    private static final int MOST_PIECES = 64;

    private final Unit unit;
    private final StatementEmitter statements;
    private final PartEmitter parts;
    private final Granularity granularity;
    private int depth;

    BodyEmitter(Unit unit, StatementEmitter statements) {
        this.unit = unit;
        this.statements = statements;
        this.parts = new PartEmitter(unit);
        this.granularity = unit.template().granularity();
    }

    PartEmitter parts() {
        return parts;
    }

    void body(List<Stmt> body) {
        depth++;
        if (!unit.large()) {
            all(body);
        } else if (depth > granularity.depth() && Weight.of(body) >= SMALLEST) {
            parts.statements(List.copyOf(body));
        } else if (Weight.of(body) > granularity.statements()) {
            pieces(body);
        } else {
            all(body);
        }
        depth--;
    }

    private void all(List<Stmt> body) {
        for (Stmt statement : body) {
            statements.statement(statement);
        }
    }

    private void pieces(List<Stmt> body) {
        int target = Math.max(granularity.statements(), Weight.of(body) / MOST_PIECES);
        List<Stmt> piece = new ArrayList<>();
        int weight = 0;
        for (Stmt statement : body) {
            int own = Weight.of(statement);
            if (!piece.isEmpty() && weight + own > target) {
                piece(piece);
                weight = 0;
            }
            piece.add(statement);
            weight += own;
        }
        piece(piece);
    }

    private void piece(List<Stmt> piece) {
        if (piece.size() == 1 || Weight.of(piece) < SMALLEST) {
            all(piece);
        } else {
            parts.statements(List.copyOf(piece));
        }
        piece.clear();
    }

    /** How many of the first branches of a statement fit into one method. */
    int fitting(List<List<Stmt>> bodies, List<Integer> weights) {
        if (!unit.large()) {
            return bodies.size();
        }
        int weight = 0;
        for (int i = 0; i < bodies.size(); i++) {
            weight += weights.get(i) + Math.min(Weight.of(bodies.get(i)), granularity.statements());
            if (i > 0 && weight > granularity.statements()) {
                return i;
            }
        }
        return bodies.size();
    }
}
