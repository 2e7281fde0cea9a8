package io.orderjourney.planted.async.order.orders.usecase;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

class AsyncCalls {
    CompletableFuture<String> started() {
        return CompletableFuture.supplyAsync(() -> "done");
    }

    Function<Runnable, CompletableFuture<Void>> byReference() {
        return CompletableFuture::runAsync;
    }

    CompletionStage<Integer> continued(CompletionStage<String> before) {
        return before.thenApplyAsync(String::length);
    }

    CompletableFuture<String> completed(CompletableFuture<String> future, Supplier<String> value) {
        return future.completeAsync(value);
    }

    CompletableFuture<Integer> onAPool(Executor pool) {
        return CompletableFuture.supplyAsync(() -> "done", pool).thenApplyAsync(String::length, pool);
    }

    CompletableFuture<Integer> inPlace(CompletableFuture<String> before) {
        return before.thenApply(String::length);
    }
}
