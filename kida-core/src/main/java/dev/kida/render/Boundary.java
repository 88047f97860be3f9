package dev.kida.render;

import dev.kida.error.TemplateException;
import dev.kida.error.TemplateNotFoundException;
import dev.kida.error.TemplateSecurityException;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.output.Output;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A {@code try} body while it runs: keeps its output back, and knows how to return to the state before it. */
public final class Boundary {

    private final Activation activation;
    private final Output out;
    private final int mark;
    private final @Nullable Undo undo;
    private final @Nullable Scope scope;
    private final int stackSlots;

    private Boundary(Activation activation, Output out) {
        this.activation = activation;
        this.out = out;
        this.mark = out.hold();
        this.undo = activation.mark();
        this.scope = activation.scope;
        this.stackSlots = activation.render.stacks().slots().count();
    }

    /** Starts to keep back what is written. */
    public static Boundary enter(Activation activation, Output out) {
        return new Boundary(activation, out);
    }

    /** The body is over: its output may go. */
    public void succeed() {
        out.release(mark);
    }

    /** Takes the output back and restores scopes, bindings and providers. */
    void discard() {
        activation.render.stacks().slots().truncate(stackSlots);
        out.rollback(mark);
        activation.unwind(undo);
        activation.restoreScope(scope);
    }

    /**
     * The body failed (spec 06 §15).
     *
     * @param problem what it failed with
     * @param position where, when the failure does not know
     * @return what {@code fallback name} binds; a failure that no template may catch is thrown again
     */
    public Map<String, @Nullable Object> fail(Throwable problem, int position) {
        Throwable located = Failures.at(problem, activation, position);
        discard();
        if (!isCatchable(located)) {
            throw Failures.sneaky(located);
        }
        return facts((TemplateException) located);
    }

    /** What templates get to know of a failure. */
    static Map<String, @Nullable Object> facts(TemplateException failure) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("type", failure.typeName());
        facts.put("message", failure.getSummary());
        facts.put("detail", failure.getMessage());
        facts.put("template", failure.getTemplateName());
        facts.put("line", failure.getLine() > 0 ? (Object) (long) failure.getLine() : null);
        return facts;
    }

    private static boolean isCatchable(Throwable problem) {
        return problem instanceof TemplateException
                && !(problem instanceof TemplateNotFoundException)
                && !(problem instanceof TemplateSyntaxException)
                && !(problem instanceof TemplateSecurityException)
                && !(problem.getCause() instanceof CancellationException)
                && !(problem.getCause() instanceof InterruptedException);
    }
}
