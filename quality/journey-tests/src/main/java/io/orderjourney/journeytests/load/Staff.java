package io.orderjourney.journeytests.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A pool of people: independent pieces of work run at the same time. */
final class Staff implements AutoCloseable {

    private static final int PEOPLE = 6;

    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);

    /** Does all of it, and returns when it is done; the first failure is thrown. */
    <T> List<T> together(Collection<? extends Callable<T>> work) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : people.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Somebody's work failed: " + failed.getCause(), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stop);
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
