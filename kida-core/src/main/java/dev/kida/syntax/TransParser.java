package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code trans}: bindings and one or two messages. */
final class TransParser implements StatementParser.TagParser {

    private static final String COUNT = "count";
    private static final String PLURAL = "plural";

    private final Cursor cursor;
    private final ExpressionParser expressions;

    TransParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    @Override
    public @Nullable Stmt parse(Token keyword, Position tag) {
        if (!keyword.isName("trans")) {
            return null;
        }
        cursor.open("trans", tag);
        List<Stmt.Binding> bindings = new ArrayList<>();
        while (cursor.at(TokenKind.NAME)) {
            Token name = cursor.next();
            cursor.expect(TokenKind.ASSIGN, "after the name");
            bindings.add(new Stmt.Binding(cursor.position(name), name.text(), expressions.expression()));
            cursor.accept(TokenKind.COMMA);
        }
        cursor.endTag("trans");
        String singular = message(bindings);
        String plural = null;
        Token word = cursor.peek(1);
        if (cursor.acceptTag(PLURAL)) {
            if (!declares(bindings, COUNT)) {
                throw cursor.error(
                        ErrorCode.K_PAR_001,
                        "'plural' needs a binding called 'count'",
                        word,
                        "Write {% trans count=expression %}");
            }
            cursor.endTag(PLURAL);
            plural = message(bindings);
        }
        cursor.close();
        return new Stmt.Trans(tag, List.copyOf(bindings), singular, plural);
    }

    /** Text with placeholders, white space collapsed. */
    private String message(List<Stmt.Binding> bindings) {
        StringBuilder message = new StringBuilder();
        while (true) {
            Token token = cursor.peek();
            switch (token.kind()) {
                case DATA -> message.append(cursor.next().value());
                case VARIABLE_BEGIN ->
                    message.append("%(").append(placeholder(bindings)).append(")s");
                case COMMENT -> throw cursor.unexpected("text", "Comments are not allowed inside 'trans'");
                case BLOCK_BEGIN -> {
                    endOfMessage();
                    return Whitespace.collapse(message.toString());
                }
                default -> {
                    return Whitespace.collapse(message.toString());
                }
            }
        }
    }

    private String placeholder(List<Stmt.Binding> bindings) {
        cursor.next();
        Token name = cursor.identifier("a name");
        if (!declares(bindings, name.text())) {
            throw cursor.error(
                    ErrorCode.K_PAR_001,
                    "'" + name.value() + "' is not declared by the 'trans' tag",
                    name,
                    "Write {% trans " + name.value() + "=" + name.value() + " %}");
        }
        if (!cursor.accept(TokenKind.VARIABLE_END)) {
            throw cursor.unexpected(
                    "the end of the output tag", "Only plain names stand inside 'trans', compute values in its tag");
        }
        return name.text();
    }

    /** A message ends at {@code plural} or a closing tag; every other tag is an error. */
    private void endOfMessage() {
        Token word = cursor.peek(1);
        if (!word.isName("end") && !word.isName("endtrans") && !word.isName(PLURAL)) {
            throw cursor.error(
                    ErrorCode.K_PAR_001,
                    "Tags are not allowed inside 'trans'",
                    word,
                    "Compute values before, and close the message with 'end' or 'endtrans'");
        }
    }

    private static boolean declares(List<Stmt.Binding> bindings, String name) {
        return bindings.stream().anyMatch(binding -> binding.name().equals(name));
    }
}
