package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.output.Output;
import dev.kida.value.Markup;
import dev.kida.value.Signature;
import dev.kida.value.Values;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Runs the tags of an application. Called by generated code. */
public final class Tags {

    private Tags() {}

    public static TagRun open(
            Activation activation,
            TagHandler handler,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named) {
        Signature signature = handler.signature();
        TagRun run = handler.open(
                new TagCall(signature, signature.bind(handler.name(), positional, names, named), activation));
        activation.render.open().opened(new Closing(run));
        activation.render.undo(new Undo.InTag(run));
        return run;
    }

    /** A run that is closed when what it stands in fails, or the render ends, if the template does not get to its end. */
    private record Closing(TagRun run) implements AutoCloseable {
        @Override
        public void close() {
            run.close();
        }
    }

    public static boolean next(TagRun run, Activation activation) {
        boolean again = run.next();
        if (again) {
            activation.render.budget().turn();
        }
        return again;
    }

    public static @Nullable Object variable(TagRun run, String name) {
        return Values.unwrap(run.variable(name));
    }

    public static @Nullable Object body(TagRun run, Output buffer) {
        return run.body(Markup.of(buffer.string()));
    }

    public static void close(TagRun run, Activation activation) {
        RenderContext render = activation.render;
        if (render.undoMark() instanceof Undo.InTag newest && newest.tag() == run) {
            render.settled(newest);
        }
        render.open().closed(new Closing(run));
        run.close();
    }

    /** The body has failed, or will not go on: a failure to close is not the one to report. */
    static void abandon(TagRun run, RenderContext render) {
        if (render.open().closed(new Closing(run))) {
            try {
                run.close();
            } catch (RuntimeException second) {
                Safely.log(System.Logger.Level.DEBUG, "closing a tag", second);
            }
        }
    }

    /** A value as it is printed in a render that cannot wait. */
    public static @Nullable Object ready(@Nullable Object value) {
        if (!Values.isAsync(value)) {
            return value;
        }
        if (value instanceof CompletableFuture<?> future && future.isDone()) {
            // It is done, so this does not block.
            return Values.unwrap(future.join());
        }
        throw new TemplateRuntimeException(
                ErrorCode.K_RUN_007,
                "A tag answered a value that is not there yet, in a render that cannot wait",
                null,
                "Use renderStreamAsync() or renderAsync(), and let the handler say that it is async");
    }
}
