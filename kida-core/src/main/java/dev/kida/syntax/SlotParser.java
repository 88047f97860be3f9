package dev.kida.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code call}, {@code slot} and {@code yield}. */
final class SlotParser implements StatementParser.TagParser {

    private static final String DEFAULT = "default";
    private static final String LET = "let";

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final StatementParser statements;

    SlotParser(Cursor cursor, ExpressionParser expressions, StatementParser statements) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
    }

    @Override
    public @Nullable Stmt parse(Token keyword, Position tag) {
        return switch (keyword.text()) {
            case "call" -> call(tag);
            case "slot" -> placeholder(tag);
            case "yield" -> {
                String name = cursor.at(TokenKind.NAME) ? cursor.next().text() : DEFAULT;
                cursor.endTag("yield");
                yield new Stmt.Slot(tag, name, List.of(), List.of());
            }
            default -> null;
        };
    }

    private Stmt call(Position tag) {
        cursor.open("call", tag);
        Expr callee = expressions.expression();
        // {% call card %} is short for {% call card() %}; whatever else is written fails when it is called
        Expr call =
                callee instanceof Expr.Call ? callee : new Expr.Call(callee.position(), callee, List.of(), List.of());
        cursor.endTag("call");
        Map<String, Content> slots = new LinkedHashMap<>();
        Content direct = new Content(tag);
        slots.put(DEFAULT, direct);
        int loops = statements.leaveLoops();
        while (!statements.atEnd()) {
            Position position = cursor.position();
            if (cursor.acceptTag("slot")) {
                content(position, slots);
            } else {
                statements.statement(direct.body);
            }
        }
        statements.reenterLoops(loops);
        cursor.close();
        List<Stmt.SlotBody> bodies = new ArrayList<>();
        slots.forEach((name, content) -> bodies.add(content.body(name)));
        return new Stmt.CallBlock(tag, call, List.copyOf(bodies));
    }

    /** Content for a slot of the component that is called. */
    private void content(Position tag, Map<String, Content> slots) {
        cursor.open("slot", tag);
        Content content = slots.computeIfAbsent(name(), name -> new Content(tag));
        while (cursor.acceptName(LET)) {
            cursor.expect(TokenKind.COLON, "after 'let'");
            content.declared.add(cursor.identifier("a name").text());
            cursor.accept(TokenKind.COMMA);
        }
        cursor.endTag("slot");
        content.body.addAll(statements.body());
        cursor.close();
    }

    /** The place where content goes. With bindings it has a default body and a closing tag. */
    private Stmt placeholder(Position tag) {
        String name = name();
        List<Stmt.Binding> bindings = bindings();
        if (bindings.isEmpty()) {
            cursor.endTag("slot");
            return new Stmt.Slot(tag, name, List.of(), List.of());
        }
        cursor.open("slot", tag);
        cursor.endTag("slot");
        List<Stmt> body = statements.detachedBody();
        cursor.close();
        return new Stmt.Slot(tag, name, bindings, body);
    }

    private String name() {
        return cursor.at(TokenKind.NAME) && !cursor.atName(LET) ? cursor.next().text() : DEFAULT;
    }

    private List<Stmt.Binding> bindings() {
        List<Stmt.Binding> bindings = new ArrayList<>();
        boolean expected = false;
        while (expected || cursor.atName(LET)) {
            cursor.expectName(LET, "before the name of a binding");
            cursor.expect(TokenKind.COLON, "after 'let'");
            Token name = cursor.identifier("a name");
            cursor.expect(TokenKind.ASSIGN, "after the name");
            bindings.add(new Stmt.Binding(cursor.position(name), name.text(), expressions.expression()));
            expected = cursor.accept(TokenKind.COMMA);
        }
        return List.copyOf(bindings);
    }

    /** What a call provides for one slot. */
    private static final class Content {
        private final Position position;
        private final List<String> declared = new ArrayList<>();
        private final List<Stmt> body = new ArrayList<>();

        Content(Position position) {
            this.position = position;
        }

        Stmt.SlotBody body(String name) {
            return new Stmt.SlotBody(position, name, List.copyOf(declared), List.copyOf(body));
        }
    }
}
