package dev.kida.error;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A variable, attribute or key does not exist ({@code K-RUN-001}).
 *
 * <p>Similar names are looked for only when the message is asked for.
 */
public final class UndefinedException extends TemplateException {

    private static final long serialVersionUID = 1L;

    /** What was looked for. */
    public enum Kind {
        VARIABLE("variable"),
        ATTRIBUTE("attribute/key");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private final Kind kind;
    private final String name;
    private final @Nullable String receiverType;
    private final transient List<Supplier<? extends Collection<String>>> candidates;
    private transient @Nullable Supplier<? extends Collection<String>> bound;
    private transient @Nullable Supplier<@Nullable String> expression;
    private @Nullable String hint;

    private UndefinedException(
            Kind kind,
            String name,
            @Nullable String receiverType,
            List<Supplier<? extends Collection<String>>> candidates) {
        super(ErrorCode.K_RUN_001, "Undefined " + kind.word + " '" + qualified(receiverType, name) + "'", null, null);
        this.kind = kind;
        this.name = name;
        this.receiverType = receiverType;
        this.candidates = candidates;
    }

    /**
     * A variable that neither a scope, nor the context, nor the globals have.
     *
     * @param names names in scopes and context
     * @param globals names of globals, considered when nothing else is similar
     */
    public static UndefinedException variable(
            String name, Supplier<? extends Collection<String>> names, Supplier<? extends Collection<String>> globals) {
        return new UndefinedException(Kind.VARIABLE, name, null, List.of(names, globals));
    }

    /** As above, without globals. */
    public static UndefinedException variable(String name, Supplier<? extends Collection<String>> names) {
        return new UndefinedException(Kind.VARIABLE, name, null, List.of(names));
    }

    /**
     * A member that a value does not have.
     *
     * @param receiverType type name of the value as templates call it, or null for a null receiver
     * @param members names of the members it has
     */
    public static UndefinedException attribute(
            @Nullable String receiverType, String name, Supplier<? extends Collection<String>> members) {
        return new UndefinedException(Kind.ATTRIBUTE, name, receiverType, List.of(members));
    }

    /** What was looked for. */
    public Kind getKind() {
        return kind;
    }

    /** The name as reported, {@code Type.name} for a member. */
    public String getName() {
        return qualified(receiverType, name);
    }

    /** Internal: the name belongs to a component or region of the same template which is not bound yet. */
    public void declaredAs(String what) {
        hint = "'" + name + "' is a " + what + " of this template; declare it at top level, before it is used";
    }

    /** Internal: says how to find out which names the template binds around the place, should anybody ask. */
    public void boundThere(Supplier<? extends Collection<String>> names) {
        bound = names;
    }

    /** Internal: says how to find out what the template wrote, should anybody ask; null when it is not known. */
    public void writtenAs(Supplier<@Nullable String> source) {
        expression = source;
    }

    /**
     * Internal: the value has the member, and templates cannot reach it.
     *
     * @param reason why, and what to do about it; null when it merely has none
     */
    public void outOfReach(@Nullable String reason) {
        hint = reason;
    }

    /** The similar name, or null. */
    public @Nullable String getSimilarName() {
        for (int i = 0; i < candidates.size(); i++) {
            String similar = Similarity.closest(
                    name, i == 0 ? nearest() : candidates.get(i).get());
            if (similar != null) {
                return qualified(receiverType, similar);
            }
        }
        return null;
    }

    private Collection<String> nearest() {
        Collection<String> names = candidates.get(0).get();
        if (kind == Kind.ATTRIBUTE || bound == null) {
            return names;
        }
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(bound.get());
        return all;
    }

    @Override
    public @Nullable String getSuggestion() {
        String similar = getSimilarName();
        return similar == null ? null : "Did you mean '" + similar + "'?";
    }

    @Override
    public List<String> getHints() {
        if (hint != null) {
            return List.of(hint);
        }
        List<String> hints = new ArrayList<>();
        if (kind == Kind.VARIABLE) {
            hints.add(optional(name) + " for an optional variable");
        } else {
            String written = expression == null ? null : expression.get();
            hints.add((written == null ? "Use | default('') or ??" : optional(written)) + " for an optional value");
            hints.add("Use ?." + name + " when the value before it may be null, or get('" + name + "') on a map");
        }
        return hints;
    }

    private static String optional(String expression) {
        return "Use {{ " + expression + " | default('') }} or {{ " + expression + " ?? '' }}";
    }

    @Override
    public String typeName() {
        return "UndefinedError";
    }

    @Override
    String layout() {
        StringBuilder out = new StringBuilder(getSummary());
        String template = getTemplateName();
        if (template != null) {
            out.append(" in ").append(Layout.place(template, getLine(), -1));
        }
        String advice = getSuggestion();
        if (advice != null) {
            out.append(". ").append(advice);
        }
        Layout.block(out, getSnippet());
        Layout.stack(out, "Component stack:", getComponentStack());
        Layout.stack(out, "Template stack:", getTemplateStack());
        getHints().forEach(hint -> out.append("\nHint: ").append(hint));
        return out.toString();
    }

    private static String qualified(@Nullable String type, String name) {
        return type == null ? name : type + "." + name;
    }
}
