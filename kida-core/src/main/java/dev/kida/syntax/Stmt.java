package dev.kida.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of the template language (spec 03, 04). Nodes are immutable and carry the place they were read from. */
public sealed interface Stmt {

    Position position();

    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** Static text, trimming already applied; content of {@code raw} included. */
    record Text(Position position, String text) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitText(this);
        }
    }

    /** {@code {{ expression }}}. */
    record Output(Position position, Expr expression) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitOutput(this);
        }
    }

    /** {@code if/elif/else}; {@code unless} arrives with its condition negated. */
    record If(Position position, List<Branch> branches, List<Stmt> otherwise) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitIf(this);
        }
    }

    /** {@code for} and {@code async for}. {@code empty} is the body of {@code else}/{@code empty}, or an empty list. */
    record For(
            Position position,
            Target target,
            Expr iterable,
            @Nullable Expr filter,
            List<Stmt> body,
            List<Stmt> empty,
            boolean async)
            implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitFor(this);
        }
    }

    /** {@code while}. */
    record While(Position position, Expr condition, List<Stmt> body) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitWhile(this);
        }
    }

    /** {@code break}. */
    record Break(Position position) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitBreak(this);
        }
    }

    /** {@code continue}. */
    record Continue(Position position) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitContinue(this);
        }
    }

    /** {@code set}, {@code let}, {@code export} ({@code promote}); one entry per assignment, left to right. */
    record Assign(Position position, AssignKind kind, List<Assignment> assignments) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitAssign(this);
        }
    }

    /** {@code with a = 1, b = 2}: assignment form. */
    record With(Position position, List<Binding> bindings, List<Stmt> body) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitWith(this);
        }
    }

    /** {@code with a, b as target}: conditional form; the target is {@code it} when none is written. */
    record WithValue(Position position, List<Expr> values, Target target, List<Stmt> body, List<Stmt> otherwise)
            implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitWithValue(this);
        }
    }

    /** {@code match}; no subjects means the subject-less form. */
    record Match(Position position, List<Expr> subjects, List<Case> cases) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitMatch(this);
        }
    }

    /** {@code try/fallback}. */
    record Try(Position position, List<Stmt> body, @Nullable String name, List<Stmt> fallback) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitTry(this);
        }
    }

    /**
     * {@code defer/loading/fallback}: the slow part, what is shown meanwhile (empty without {@code loading}), and what is
     * shown if it fails.
     */
    record Defer(
            Position position,
            List<Stmt> body,
            List<Stmt> loading,
            @Nullable Fallback fallback) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitDefer(this);
        }
    }

    /** {@code capture name | filter}. */
    record Capture(Position position, String name, @Nullable FilterRef filter, List<Stmt> body) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitCapture(this);
        }
    }

    /** {@code filter name(args)} block. */
    record FilterBlock(Position position, FilterRef filter, List<Stmt> body) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitFilterBlock(this);
        }
    }

    /** {@code spaceless}. */
    record Spaceless(Position position, List<Stmt> body) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitSpaceless(this);
        }
    }

    /** {@code cache key, ttl=…}; {@code depends} options are parsed and dropped. */
    record Cache(Position position, Expr key, @Nullable Expr ttl, List<Stmt> body) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitCache(this);
        }
    }

    /** {@code extends}. */
    record Extends(Position position, Expr parent) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitExtends(this);
        }
    }

    /** {@code include}. */
    record Include(Position position, Expr template, boolean withContext, boolean ignoreMissing) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitInclude(this);
        }
    }

    /** {@code import … as name}. */
    record Import(Position position, Expr template, String alias, boolean withContext) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitImport(this);
        }
    }

    /** {@code from … import a as b}. */
    record FromImport(Position position, Expr template, List<ImportName> names, boolean withContext) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitFromImport(this);
        }
    }

    /** {@code embed}: an include with overridden blocks. */
    record Embed(Position position, Expr template, boolean withContext, List<Block> overrides) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitEmbed(this);
        }
    }

    /** {@code block} and {@code fragment}. */
    record Block(
            Position position,
            String name,
            List<Modifier> modifiers,
            @Nullable Expr condition,
            List<Stmt> body,
            boolean fragment)
            implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitBlock(this);
        }
    }

    /** {@code globals} and {@code imports} groups. */
    record Globals(Position position, List<Stmt> body) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitGlobals(this);
        }
    }

    /** {@code def} and {@code region}. */
    record Def(Position position, String name, List<Parameter> parameters, List<Stmt> body, boolean region)
            implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitDef(this);
        }
    }

    /** {@code call}. Direct content and {@code slot default} blocks are the slot {@code default}, always the first entry; named slots follow, equal names merged. */
    record CallBlock(Position position, Expr call, List<SlotBody> slots) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitCallBlock(this);
        }
    }

    /** A slot placeholder, or {@code yield}; {@code body} is the default body (empty without bindings). */
    record Slot(Position position, String name, List<Binding> bindings, List<Stmt> body) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitSlot(this);
        }
    }

    /** {@code provide name = value}. */
    record Provide(Position position, String name, Expr value, List<Stmt> body) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitProvide(this);
        }
    }

    /** {@code push "name"}. */
    record Push(Position position, String name, List<Stmt> body) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitPush(this);
        }
    }

    /** {@code stack "name"}. */
    record Stack(Position position, String name) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitStack(this);
        }
    }

    /** {@code trans}; messages are collapsed already, with {@code %(name)s} placeholders; {@code plural} null without one. */
    record Trans(
            Position position,
            List<Binding> bindings,
            String singular,
            @Nullable String plural) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitTrans(this);
        }
    }

    /** {@code flush}. */
    record Flush(Position position) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitFlush(this);
        }
    }

    /** {@code template name: Type, …}. */
    record Declaration(Position position, List<Declared> names) implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitDeclaration(this);
        }
    }

    /** A tag of the application; {@code body} is empty if it has none. */
    record Extension(Position position, TagSyntax tag, List<Expr> arguments, List<Argument> keywords, List<Stmt> body)
            implements Stmt {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitExtension(this);
        }
    }

    /** Which scope an assignment writes (spec 03 §2). */
    enum AssignKind {
        SET,
        LET,
        EXPORT
    }

    /** {@code target = value}, or {@code target ??= value} when {@code ifMissing}. */
    record Assignment(Target target, Expr value, boolean ifMissing) {}

    /** {@code name = value}. */
    record Binding(Position position, String name, Expr value) {}

    /** One branch of {@link If}. */
    record Branch(Position position, Expr condition, List<Stmt> body) {}

    /** {@code fallback name} of {@link Defer}. */
    record Fallback(Position position, @Nullable String name, List<Stmt> body) {}

    /** One {@code case}. */
    record Case(
            Position position, Pattern pattern, @Nullable Expr guard, List<Stmt> body) {}

    /** A filter named by a statement. */
    record FilterRef(Position position, String name, List<Expr> arguments, List<Argument> keywords) {}

    /** {@code name as alias}; both are the same without {@code as}. */
    record ImportName(Position position, String name, String alias) {}

    /** {@code name=literal} of a block. */
    record Modifier(
            Position position, String name, @Nullable Object value) {}

    /** Content for one slot of a {@link CallBlock}. */
    record SlotBody(Position position, String name, List<String> declared, List<Stmt> body) {}

    /** {@code name: Type} of {@link Declaration}. */
    record Declared(Position position, String name, String type) {}

    /** A parameter of a {@link Def}; the annotation is its normalised text. */
    record Parameter(
            Position position,
            String name,
            ParameterKind kind,
            @Nullable String annotation,
            @Nullable Expr defaultValue) {}

    enum ParameterKind {
        PLAIN,
        /** {@code *name} */
        VARARGS,
        /** {@code **name} */
        KEYWORDS
    }

    /** One method per kind of statement. */
    interface Visitor<R extends @Nullable Object> {
        R visitText(Text node);

        R visitOutput(Output node);

        R visitIf(If node);

        R visitFor(For node);

        R visitWhile(While node);

        R visitBreak(Break node);

        R visitContinue(Continue node);

        R visitAssign(Assign node);

        R visitWith(With node);

        R visitWithValue(WithValue node);

        R visitMatch(Match node);

        R visitTry(Try node);

        R visitDefer(Defer node);

        R visitCapture(Capture node);

        R visitFilterBlock(FilterBlock node);

        R visitSpaceless(Spaceless node);

        R visitCache(Cache node);

        R visitExtends(Extends node);

        R visitInclude(Include node);

        R visitImport(Import node);

        R visitFromImport(FromImport node);

        R visitEmbed(Embed node);

        R visitBlock(Block node);

        R visitGlobals(Globals node);

        R visitDef(Def node);

        R visitCallBlock(CallBlock node);

        R visitSlot(Slot node);

        R visitProvide(Provide node);

        R visitPush(Push node);

        R visitStack(Stack node);

        R visitTrans(Trans node);

        R visitFlush(Flush node);

        R visitDeclaration(Declaration node);

        R visitExtension(Extension node);
    }
}
