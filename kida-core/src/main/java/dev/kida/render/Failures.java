package dev.kida.render;

import dev.kida.analyze.ExpressionAt;
import dev.kida.analyze.NamesAround;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.error.UndefinedException;
import dev.kida.output.SinkException;
import dev.kida.syntax.Expr;
import dev.kida.syntax.ExprText;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Turns whatever goes wrong while a unit runs into a template exception that knows its place (spec 07 §12). */
public final class Failures {

    private static final int COLUMN_BITS = 12;

    /** What is longer is no help in a hint. */
    private static final int LONGEST_MEMBER = 60;

    private static final ReadNames NO_READS = new ReadNames(Map.of());

    private Failures() {}

    /** Packs a place into one number for generated code; a column too large for it is cut. */
    public static int pack(int line, int column) {
        return line << COLUMN_BITS | Math.min(column, (1 << COLUMN_BITS) - 1);
    }

    static int line(int position) {
        return position >>> COLUMN_BITS;
    }

    /**
     * The failure as it leaves a unit.
     *
     * @param problem what was thrown
     * @param activation the run it was thrown in
     * @param position the packed place of the expression that was evaluated
     * @return a located template exception, or the given error of the JVM
     */
    public static Throwable at(Throwable problem, Activation activation, int position) {
        return at(problem, activation, position, Prepare.NO_VALUES, NO_READS);
    }

    /**
     * As above, of a method with variables.
     *
     * @param variables the values of the names it reads from its own variables
     * @param names which is whose
     */
    public static Throwable at(
            Throwable problem, Activation activation, int position, @Nullable Object[] variables, ReadNames names) {
        Throwable wrapped = wrap(problem);
        if (wrapped instanceof TemplateException failure && !failure.isLocated()) {
            failure.locate(activation.template.source(), line(position), position & ((1 << COLUMN_BITS) - 1));
            stacks(failure, activation);
            if (failure instanceof TemplateRuntimeException runtime) {
                runtime.evaluating(new FailedEvaluation(activation, position, variables, names));
            } else if (failure instanceof UndefinedException undefined) {
                CompiledTemplate template = activation.template;
                undefined.boundThere(() -> bound(template, position));
                undefined.writtenAs(() -> member(template, position));
            }
        }
        return wrapped;
    }

    /** What a template binds around a place. */
    private static Set<String> bound(CompiledTemplate template, int place) {
        return NamesAround.of(template.facts().tree(), position -> pack(position.line(), position.column()) == place);
    }

    /** The member a template reads at a place, as it is written; null when there is none, or it is long. */
    private static @Nullable String member(CompiledTemplate template, int place) {
        Expr found = ExpressionAt.find(
                template.facts().tree().body(), position -> pack(position.line(), position.column()) == place);
        boolean method = found instanceof Expr.Call call && call.callee() instanceof Expr.Attribute;
        if (found == null || !(method || found instanceof Expr.Attribute)) {
            return null;
        }
        String text = ExprText.of(found);
        return text.length() <= LONGEST_MEMBER ? text : null;
    }

    private static void stacks(TemplateException failure, Activation activation) {
        for (Activation at = activation; at.parent != null; at = at.parent) {
            Activation from = at.parent;
            String template = from.template.displayName();
            switch (at.link) {
                case INCLUDE, OPTIONAL_INCLUDE, EXTENDS, IMPORT -> failure.enterTemplate(template, line(at.site));
                case COMPONENT -> {
                    TemplateCallable called = at.component;
                    failure.enterComponent(template, line(at.site), called == null ? "" : called.name());
                    if (at.template != from.template) {
                        failure.enterTemplate(template, line(at.site));
                    }
                }
                default -> {
                    // blocks, slots and parts are places of the same page
                }
            }
        }
    }

    private static Throwable wrap(Throwable problem) {
        if (problem instanceof TemplateException || problem instanceof SinkException) {
            return problem;
        }
        if (problem instanceof StackOverflowError) {
            return TemplateRuntimeException.depth("The template recurses too deeply");
        }
        if (problem instanceof Error) {
            return problem;
        }
        return foreign(problem);
    }

    private static TemplateRuntimeException foreign(Throwable problem) {
        Throwable cause = unwrap(problem);
        ErrorCode code = isZeroDivision(cause) ? ErrorCode.K_RUN_011 : ErrorCode.K_RUN_007;
        return new TemplateRuntimeException(code, describe(cause), cause, null);
    }

    /** Whether the host divided by zero: {@code int} and {@code long}, {@code BigInteger}, {@code BigDecimal}. */
    static boolean isZeroDivision(Throwable cause) {
        String text = cause.getMessage();
        return cause instanceof ArithmeticException
                && text != null
                && (text.endsWith("/ by zero")
                        || text.endsWith("divide by zero")
                        || text.equals("Division by zero")
                        || text.equals("Division undefined"));
    }

    /** What was thrown, in one line. */
    static String describe(Throwable cause) {
        String text = cause.getMessage();
        return cause.getClass().getSimpleName() + (text == null ? "" : ": " + text);
    }

    /** What was thrown in the first place. */
    static Throwable unwrap(Throwable problem) {
        Throwable at = problem;
        while (at.getCause() != null
                && (at instanceof CompletionException
                        || at instanceof ExecutionException
                        || at instanceof InvocationTargetException
                        || at.getClass().getName().startsWith("reactor.core.Exceptions$"))) {
            at = at.getCause();
        }
        return at;
    }

    /** A failure that a source signalled, as it is thrown where the value was wanted. */
    static RuntimeException fromSource(Throwable problem) {
        Throwable cause = unwrap(problem);
        if (cause instanceof TemplateException own) {
            return own; // of the engine itself, such as a timeout, or of a template that was rendered for the value
        }
        if (cause instanceof Error error && !(cause instanceof StackOverflowError)) {
            throw error;
        }
        return foreign(cause);
    }

    /** Throws anything unchecked. */
    static RuntimeException sneaky(Throwable problem) {
        return Failures.<RuntimeException>launder(problem);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T launder(@Nullable Throwable problem) throws T {
        throw (T) java.util.Objects.requireNonNull(problem);
    }
}
