package io.orderjourney.stack.clock;

import io.orderjourney.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Moves business time forward the way it would have passed: it never jumps over a moment at which some process has work, and
 * goes on only when all that follows from that moment has been done.
 */
public final class ClockDriver {

    /** Between two looks. While there is work the pauses grow: to ask every process takes the processor from it. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private static final Duration PAUSE_MAX = Duration.ofMillis(80);

    /**
     * What an advance did.
     *
     * @param jumps how often the clock was moved
     * @param realMillis how long it took
     */
    public record Advanced(Instant from, Instant to, int jumps, long realMillis) {}

    /**
     * How an advance stands while it runs.
     *
     * @param now business time
     * @param target where the advance ends
     * @param jumps how often the clock was moved so far
     * @param waitingFor who still has work at this moment, and how much
     */
    public record Status(Instant now, Instant target, int jumps, List<String> waitingFor) {}

    /**
     * How long to wait for quiet, in real time.
     *
     * @param stalled without any change
     * @param total although work goes on
     */
    record Limits(Duration stalled, Duration total) {}

    /**
     * Everybody's state at one time; equal readings mean that nothing moved between them.
     *
     * @param dueAt the next moment of work, for each process that knows one, as the clock of milliseconds will show it
     */
    private record Reading(List<String> parts, long written, List<String> busy, List<Instant> dueAt) {

        boolean isQuiet() {
            return busy.isEmpty();
        }

        @Nullable
        Instant nextDueAt() {
            return dueAt.stream().min(Comparator.naturalOrder()).orElse(null);
        }
    }

    private final SettableClock clock;
    private final List<Settling> processes;
    private final Supplier<ConsumerLag.Reading> lag;
    private final Limits limits;
    private final ExecutorService askers = Executors.newCachedThreadPool(ClockDriver::asker);
    private volatile @Nullable Status status;

    /**
     * A driver of these processes.
     *
     * @param lag of the consumer groups
     */
    ClockDriver(SettableClock clock, List<Settling> processes, Supplier<ConsumerLag.Reading> lag, Limits limits) {
        this.clock = clock;
        this.processes = List.copyOf(processes);
        this.lag = lag;
        this.limits = limits;
    }

    /** A driver where no Kafka takes part. */
    public static ClockDriver of(SettableClock clock, List<Settling> processes, Duration settleLimit) {
        return new ClockDriver(
                clock, processes, () -> new ConsumerLag.Reading(0, 0), new Limits(settleLimit, settleLimit));
    }

    public Instant now() {
        return clock.instant();
    }

    /** How the running advance stands; empty while none runs. Never waits. */
    public Optional<Status> status() {
        return Optional.ofNullable(status);
    }

    /**
     * Waits until no work is left: nothing due, every outbox empty, every record consumed, twice in a row.
     *
     * @throws IllegalStateException naming who is still busy after the limit
     */
    public synchronized void settle() {
        Instant now = clock.instant();
        status = new Status(now, now, 0, List.of());
        try {
            settled();
        } finally {
            status = null;
        }
    }

    private Reading settled() {
        Reading first = read();
        pause(PAUSE);
        return settled(first);
    }

    /**
     * Waits until a reading is quiet and equals the one before it.
     *
     * @param before a reading that nobody outside has moved anything since. After a jump it is the quiet one before the jump:
     *     what fell due on the way shows in the next moments of work, so an equal one says that nothing did
     */
    private Reading settled(Reading before) {
        long begunNanos = System.nanoTime();
        long changedNanos = begunNanos;
        Reading last = before;
        Duration pause = PAUSE;
        while (true) {
            Reading next = read();
            if (next.isQuiet() && next.equals(last)) {
                return next;
            }
            long nowNanos = System.nanoTime();
            if (!next.equals(last)) {
                changedNanos = nowNanos;
            }
            if (nowNanos - changedNanos > limits.stalled().toNanos()) {
                throw notSettled(limits.stalled(), " without any change: ", next);
            }
            if (nowNanos - begunNanos > limits.total().toNanos()) {
                throw notSettled(limits.total(), ": ", next);
            }
            last = next;
            pause(pause);
            pause = next.isQuiet() ? PAUSE : longer(pause);
        }
    }

    private static IllegalStateException notSettled(Duration limit, String how, Reading reading) {
        return new IllegalStateException("Not settled after " + limit.toSeconds() + " s" + how
                + (reading.isQuiet() ? "it keeps moving" : String.join(", ", reading.busy())));
    }

    /** Moves time forward, from due moment to due moment. */
    public synchronized Advanced advance(Duration by) {
        return move(by, null);
    }

    /** Moves time forward in equal steps, the last one shorter if need be. */
    public synchronized Advanced advance(Duration by, Duration step) {
        if (step.isNegative() || step.isZero()) {
            throw new IllegalArgumentException("A step is longer than nothing.");
        }
        return move(by, step);
    }

    private Advanced move(Duration by, @Nullable Duration step) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("The clock only goes forward.");
        }
        long begunNanos = System.nanoTime();
        int jumps = 0;
        try {
            status = new Status(clock.instant(), clock.instant().plus(by), jumps, List.of());
            Reading quiet = settled();
            Instant from = clock.instant();
            Instant target = from.plus(by);
            for (Instant now = from; now.isBefore(target); now = clock.instant()) {
                // The clock runs while the processes are asked: work that fell due meanwhile is done before time goes
                // on.
                Instant next = step == null ? quiet.nextDueAt() : now.plus(step);
                clock.advanceTo(next == null || next.isAfter(target) ? target : next);
                jumps++;
                status = new Status(clock.instant(), target, jumps, List.of());
                quiet = settled(quiet);
            }
            return new Advanced(from, clock.instant(), jumps, (System.nanoTime() - begunNanos) / 1_000_000);
        } finally {
            status = null;
        }
    }

    private Reading read() {
        List<String> parts = new ArrayList<>();
        List<String> busy = new ArrayList<>();
        List<Instant> dueAt = new ArrayList<>();
        List<CompletableFuture<Settled>> asked = processes.stream()
                .map(process -> CompletableFuture.supplyAsync(process::settled, askers))
                .toList();
        for (int index = 0; index < processes.size(); index++) {
            Settled settled = join(asked.get(index));
            String name = processes.get(index).name();
            parts.add(name + " " + settled.parked());
            Instant next = inWholeMillis(settled.nextDueAt());
            if (!settled.nothingToDo()) {
                busy.add(name + " (outbox " + settled.outbox() + ", due " + settled.due() + ")");
            } else if (next != null && !next.isAfter(clock.instant())) {
                // It fell due between the two questions that a process asks itself; jumping on would skip it.
                busy.add(name + " (due at " + next + ")");
            }
            if (next != null) {
                dueAt.add(next);
            }
        }
        // Read last: what a process handed to Kafka before it reported is in it.
        ConsumerLag.Reading records = lag.get();
        if (records.total() > 0) {
            busy.add("consumers (" + records.total() + " records to read)");
        }
        Status running = status;
        if (running != null) {
            status = new Status(running.now(), running.target(), running.jumps(), List.copyOf(busy));
        }
        return new Reading(parts, records.written(), busy, dueAt);
    }

    /** Rounded up, because a clock of milliseconds would stop just short of it. */
    private static @Nullable Instant inWholeMillis(@Nullable Instant time) {
        return time == null
                ? null
                : Instant.ofEpochMilli(time.plusNanos(999_999).toEpochMilli());
    }

    private static Settled join(CompletableFuture<Settled> asked) {
        try {
            return asked.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private static Thread asker(Runnable work) {
        Thread thread = new Thread(work, "settling");
        thread.setDaemon(true);
        return thread;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(PAUSE_MAX) < 0 ? twice : PAUSE_MAX;
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public String toString() {
        return processes.stream().map(Settling::name).collect(Collectors.joining(", ", "ClockDriver of ", ""));
    }
}
