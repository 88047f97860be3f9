package dev.kida.conformance;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** An asynchronous value that begins to come when somebody waits for it. */
final class AsyncValue extends CompletableFuture<Object> {

    private final Waits waits;
    private final Object value;
    private final RuntimeException failure;
    private boolean promised;

    AsyncValue(Waits waits, Object value, RuntimeException failure) {
        this.waits = waits;
        this.value = value;
        this.failure = failure;
    }

    private boolean deliver() {
        return failure == null ? complete(value) : completeExceptionally(failure);
    }

    private void start() {
        if (!promised) {
            promised = true;
            waits.add(this::deliver);
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Object> whenComplete(BiConsumer<? super Object, ? super Throwable> action) {
        start();
        return super.whenComplete(action);
    }

    @Override
    public <U> CompletableFuture<U> handle(BiFunction<? super Object, Throwable, ? extends U> action) {
        start();
        return super.handle(action);
    }

    @Override
    public <U> CompletableFuture<U> thenApply(Function<? super Object, ? extends U> action) {
        start();
        return super.thenApply(action);
    }

    @Override
    public CompletableFuture<Void> thenAccept(Consumer<? super Object> action) {
        start();
        return super.thenAccept(action);
    }

    @Override
    public <U> CompletableFuture<U> thenCompose(Function<? super Object, ? extends CompletionStage<U>> action) {
        start();
        return super.thenCompose(action);
    }
}
