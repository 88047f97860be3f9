package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateWarning;
import dev.kida.syntax.Expr;
import dev.kida.syntax.ExprText;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lists the outputs of a template and what keeps each from being HTML: escaping (K-ESC-001), nothing but trust
 * (K-ESC-002; {@code raw} blocks are listed with it), nothing at all in a template that does not escape (K-ESC-003), the filters that escape in their own way
 * (K-ESC-004, K-ESC-005).
 */
public final class EscapeAudit {

    private static final Set<String> TRUST = Set.of("safe", "csp_nonce");

    private final String template;
    private final boolean escapes;
    private final List<TemplateWarning> found = new ArrayList<>();

    private EscapeAudit(String template, boolean escapes) {
        this.template = template;
        this.escapes = escapes;
    }

    /**
     * Lists K-ESC-001 to K-ESC-005.
     *
     * @param escapes whether the template escapes what it prints
     */
    public static List<TemplateWarning> list(TemplateNode tree, String template, boolean escapes) {
        EscapeAudit audit = new EscapeAudit(template, escapes);
        Children.walk(tree.body(), audit::statement, audit::trust);
        tree.rawTexts().forEach(tag -> audit.add(ErrorCode.K_ESC_002, "The text of 'raw' is printed as it is", tag));
        return audit.found;
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Output node) {
            PrintedValue.of(node.expression()).forEach(value -> output(value, node.position()));
        }
    }

    /** Trust counts wherever it is put into a value, printed there or not. */
    private void trust(Expr expression) {
        if (expression instanceof Expr.Filter filter && TRUST.contains(filter.name())) {
            add(
                    ErrorCode.K_ESC_002,
                    "'" + ExprText.of(filter.value()) + "' is trusted to be HTML" + reason(filter),
                    filter.position());
        }
    }

    private static String reason(Expr.Filter filter) {
        List<Expr> given = new ArrayList<>(filter.arguments());
        filter.keywords().forEach(keyword -> given.add(keyword.value()));
        String reason = given.isEmpty() ? null : References.literal(given.get(0));
        return reason == null ? "" : ": " + reason;
    }

    private void output(PrintedValue value, Position position) {
        if (value.isHarmless() || value.trusted() || value.wentThrough("csp_nonce")) {
            return;
        }
        String text = "'" + ExprText.of(value.expression()) + "'";
        if (value.wentThrough("tojson")) {
            add(ErrorCode.K_ESC_004, text + " is printed as JSON", position);
        } else if (value.wentThrough("xmlattr")) {
            add(ErrorCode.K_ESC_005, text + " is printed as attributes", position);
        } else if (escapes || value.wentThrough("escape", "e")) {
            add(ErrorCode.K_ESC_001, text + " is escaped", position);
        } else {
            add(ErrorCode.K_ESC_003, text + " is printed as it is, because the template does not escape", position);
        }
    }

    private void add(ErrorCode code, String message, Position position) {
        found.add(new TemplateWarning(code, message, template, position.line(), position.column(), null));
    }
}
