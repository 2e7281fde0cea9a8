package io.orderjourney.messaging;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Group commit for callers: what waits while a transaction runs is done together in the next one, so that a piece of work costs
 * less the more of it there is. It has no timer and no thread of its own. A caller who finds a lane free works at once, with
 * nobody to wait for; the others wait in the order in which they came, and when a lane's transaction ends, the first of them
 * takes along those who wait behind.
 *
 * <p>A caller hears of their own work only, and only after its commit. A batch that fails falls apart: each caller does
 * their own work again in a transaction of its own, outside of the lanes, so nobody fails because of a neighbour, and nobody waits
 * for the locks that a neighbour needs: what runs in a lane should rather fail than wait. A commit may have succeeded although it
 * is reported as a failure, so <b>work must be safe to repeat</b>: it finds by a key in its own transaction that it is done.
 *
 * @param <W> a piece of work; it runs on the thread of any caller, so it carries all that it needs with it
 * @param <R> what its caller is given
 */
public final class Coalescer<W, R> {

    /**
     * How much is done at once, and how much may wait.
     *
     * @param lanes transactions at the same time
     * @param batchMax pieces of work in one transaction
     * @param waitingMax callers who wait for a lane; further ones are refused
     * @param waitMax how long a caller waits for a lane before they are refused; real time
     */
    public record Limits(int lanes, int batchMax, int waitingMax, Duration waitMax) {

        public Limits {
            if (lanes < 1 || batchMax < 1 || waitingMax < 1 || waitMax.isNegative()) {
                throw new IllegalArgumentException("There is no work within such limits");
            }
        }
    }

    /** What became of one piece of work of a batch that went well: its value, or the refusal, of which nothing was written. */
    public sealed interface Answer<T> extends Supplier<T> {

        /** The same refusal, or what follows from the value. */
        <U> Answer<U> map(Function<? super T, ? extends U> follows);

        /** The work was done. */
        record Done<T>(T value) implements Answer<T> {

            @Override
            public T get() {
                return value;
            }

            @Override
            public <U> Answer<U> map(Function<? super T, ? extends U> follows) {
                return new Done<>(follows.apply(value));
            }
        }

        /** The work was not to be done, and {@link #get} says why. */
        record Refused<T>(RuntimeException why) implements Answer<T> {

            @Override
            public T get() {
                throw why;
            }

            @Override
            public <U> Answer<U> map(Function<? super T, ? extends U> follows) {
                return new Refused<>(why);
            }
        }
    }

    /** Nothing of the work was begun: too much waits already, it waited too long, or the service stops. Try again later. */
    public static final class Busy extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Busy(String why) {
            super(why);
        }
    }

    private enum Place {
        WAITS,
        LEADS,
        TAKEN,
        ANSWERED,
        ALONE,
        TURNED_AWAY
    }

    /** A caller with their work; guarded by the lock. */
    private final class Turn {

        private final W work;
        private final Condition moved = lock.newCondition();
        private Place place = Place.WAITS;
        private @Nullable Supplier<? extends R> answer;

        Turn(W work) {
            this.work = work;
        }

        void moveTo(Place next) {
            place = next;
            moved.signal();
        }
    }

    private final Limits limits;
    private final Function<List<W>, ? extends List<? extends Supplier<? extends R>>> together;
    private final Function<W, ? extends R> alone;
    private final Predicate<RuntimeException> failsAll;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private int freeLanes;
    private boolean closed;

    /**
     * @param together does all of this in one transaction and gives the answer to each in the same order; if it throws, nothing
     *     has happened
     * @param alone does one piece of work whose batch has failed
     * @param failsAll tells a failure that would meet each of them alone as well, such as a database that is away: then all are
     *     told of it, and nothing is repeated
     */
    public Coalescer(
            Limits limits,
            Function<List<W>, ? extends List<? extends Supplier<? extends R>>> together,
            Function<W, ? extends R> alone,
            Predicate<RuntimeException> failsAll) {
        this.limits = limits;
        this.together = together;
        this.alone = alone;
        this.failsAll = failsAll;
        this.freeLanes = limits.lanes();
    }

    /**
     * Does this work, with others or alone, and returns when it is committed.
     *
     * @throws Busy if it was not begun
     * @throws RuntimeException the refusal of this work, or the failure of its transaction
     */
    public R submit(W work) {
        Turn turn = new Turn(work);
        Place place = enter(turn);
        if (place == Place.LEADS) {
            place = lead(turn);
        }
        return place == Place.ALONE
                ? alone.apply(work)
                : Objects.requireNonNull(turn.answer).get();
    }

    /** How many callers wait for a lane now. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes nothing new, and returns when all that waits is answered. What still waits for a lane after this time is refused.
     */
    public void close(Duration within) {
        lock.lock();
        try {
            closed = true;
            long leftNanos = within.toNanos();
            while (leftNanos > 0 && (freeLanes < limits.lanes() || !waiting.isEmpty())) {
                leftNanos = idle.awaitNanos(leftNanos);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.forEach(turn -> turn.moveTo(Place.TURNED_AWAY));
            waiting.clear();
            lock.unlock();
        }
    }

    /** Returns when it is this caller's turn to lead, or another one has led. */
    private Place enter(Turn turn) {
        lock.lock();
        try {
            if (closed) {
                throw new Busy("Nothing new is taken any more");
            }
            if (freeLanes > 0) {
                freeLanes--;
                turn.place = Place.LEADS;
                return turn.place;
            }
            if (waiting.size() >= limits.waitingMax()) {
                throw new Busy("Too much waits");
            }
            waiting.add(turn);
            awaitLane(turn);
            while (turn.place == Place.TAKEN) {
                turn.moved.awaitUninterruptibly();
            }
            return turn.place;
        } finally {
            lock.unlock();
        }
    }

    /** A caller who is refused leaves the queue first: nothing is done of what they were told is not. */
    private void awaitLane(Turn turn) {
        long leftNanos = limits.waitMax().toNanos();
        boolean interrupted = false;
        while (turn.place == Place.WAITS && leftNanos > 0 && !interrupted) {
            try {
                leftNanos = turn.moved.awaitNanos(leftNanos);
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (turn.place == Place.WAITS || turn.place == Place.TURNED_AWAY) {
            waiting.remove(turn);
            throw new Busy("It waited too long");
        }
    }

    private Place lead(Turn first) {
        List<Turn> batch = taken(first);
        try {
            List<? extends Supplier<? extends R>> answers =
                    together.apply(batch.stream().map(turn -> turn.work).toList());
            if (answers.size() != batch.size()) {
                throw new IllegalStateException(answers.size() + " answers to " + batch.size() + " pieces of work");
            }
            return end(batch, answers);
        } catch (RuntimeException failed) {
            return end(batch, failsAll.test(failed) ? failed : null);
        } catch (Error broken) {
            end(batch, new IllegalStateException("The thread that worked for all has died", broken));
            throw broken;
        }
    }

    private List<Turn> taken(Turn first) {
        lock.lock();
        try {
            List<Turn> batch = new ArrayList<>();
            batch.add(first);
            while (batch.size() < limits.batchMax() && !waiting.isEmpty()) {
                Turn next = waiting.remove();
                next.place = Place.TAKEN;
                batch.add(next);
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private Place end(List<Turn> batch, List<? extends Supplier<? extends R>> answers) {
        lock.lock();
        try {
            for (int index = 0; index < batch.size(); index++) {
                batch.get(index).answer = answers.get(index);
                batch.get(index).moveTo(Place.ANSWERED);
            }
            passLaneOn();
            return Place.ANSWERED;
        } finally {
            lock.unlock();
        }
    }

    /** @param failure what all of them are told; null if each tries again alone */
    private Place end(List<Turn> batch, @Nullable RuntimeException failure) {
        if (failure != null) {
            Supplier<R> failed = () -> {
                throw failure;
            };
            return end(batch, batch.stream().map(turn -> failed).toList());
        }
        lock.lock();
        try {
            batch.forEach(turn -> turn.moveTo(Place.ALONE));
            passLaneOn();
            return Place.ALONE;
        } finally {
            lock.unlock();
        }
    }

    /** The one who has waited longest leads next. */
    private void passLaneOn() {
        Turn next = waiting.poll();
        if (next != null) {
            next.moveTo(Place.LEADS);
        } else {
            freeLanes++;
            idle.signalAll();
        }
    }
}
