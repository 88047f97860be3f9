package dev.kida.analyze;

import dev.kida.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;

/** The nested bodies of statements. */
final class Bodies {

    private Bodies() {}

    static List<List<Stmt>> of(Stmt statement) {
        List<List<Stmt>> bodies = new ArrayList<>(2);
        if (statement instanceof Stmt.If node) {
            for (Stmt.Branch branch : node.branches()) {
                bodies.add(branch.body());
            }
            bodies.add(node.otherwise());
        } else if (statement instanceof Stmt.For node) {
            bodies.add(node.body());
            bodies.add(node.empty());
        } else if (statement instanceof Stmt.WithValue node) {
            bodies.add(node.body());
            bodies.add(node.otherwise());
        } else if (statement instanceof Stmt.Match node) {
            for (Stmt.Case each : node.cases()) {
                bodies.add(each.body());
            }
        } else if (statement instanceof Stmt.Try node) {
            bodies.add(node.body());
            bodies.add(node.fallback());
        } else if (statement instanceof Stmt.Defer node) {
            bodies.add(node.body());
            bodies.add(node.loading());
            Stmt.Fallback fallback = node.fallback();
            if (fallback != null) {
                bodies.add(fallback.body());
            }
        } else if (statement instanceof Stmt.Embed node) {
            bodies.add(List.copyOf(node.overrides()));
        } else if (statement instanceof Stmt.CallBlock node) {
            for (Stmt.SlotBody slot : node.slots()) {
                bodies.add(slot.body());
            }
        } else {
            single(statement, bodies);
        }
        return bodies;
    }

    private static void single(Stmt statement, List<List<Stmt>> bodies) {
        if (statement instanceof Stmt.While node) {
            bodies.add(node.body());
        } else if (statement instanceof Stmt.With node) {
            bodies.add(node.body());
        } else if (statement instanceof Stmt.Capture node) {
            bodies.add(node.body());
        } else if (statement instanceof Stmt.FilterBlock node) {
            bodies.add(node.body());
        } else if (statement instanceof Stmt.Spaceless node) {
            bodies.add(node.body());
        } else if (statement instanceof Stmt.Cache node) {
            bodies.add(node.body());
        } else if (statement instanceof Stmt.Block node) {
            bodies.add(node.body());
        } else if (statement instanceof Stmt.Globals node) {
            bodies.add(node.body());
        } else if (statement instanceof Stmt.Def node) {
            bodies.add(node.body());
        } else if (statement instanceof Stmt.Slot node) {
            bodies.add(node.body());
        } else if (statement instanceof Stmt.Provide node) {
            bodies.add(node.body());
        } else if (statement instanceof Stmt.Push node) {
            bodies.add(node.body());
        } else if (statement instanceof Stmt.Extension node) {
            bodies.add(node.body());
        }
    }
}
