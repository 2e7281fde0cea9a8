package io.orderjourney.messaging.deadletters;

import io.orderjourney.messaging.Transactions;
import io.orderjourney.messaging.deadletters.DeadLetter.Reason;
import io.orderjourney.messaging.deadletters.DeadLetter.Status;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Records that could not be applied wait here for a person. A redrive applies them again with the same event ids,
 * a journey's letters in the order in which they came; it can be repeated and interrupted without a second effect.
 */
public class DeadLetters {

    /**
     * What a redrive or a discard led to.
     *
     * @param applied how many events were applied
     * @param stoppedBy the letter that failed again, or null if nothing of its journey waits any more
     */
    public record Redrive(
            int applied, @Nullable Long stoppedBy, @Nullable String detail) {}

    /** Applies a record once more, in the running transaction. */
    public interface Replay {

        /**
         * @param remembered whether the inbox holds the event's id because of this very letter
         * @return false if the same event was applied from another delivery
         * @throws RejectedEvent if the record still cannot be applied
         */
        boolean apply(RawRecord raw, boolean remembered);
    }

    private final Transactions transactions;
    private final DeadLetterRows letters;
    private final Replay replay;
    private final InstantSource clock;

    public DeadLetters(DataSource dataSource, Transactions transactions, Replay replay, InstantSource clock) {
        this.transactions = transactions;
        this.letters = new DeadLetterRows(dataSource);
        this.replay = replay;
        this.clock = clock;
    }

    /** What waits, oldest first. The cursor is the id of the last one seen, 0 at first. */
    public List<DeadLetter> list(long afterId, int limit) {
        return letters.waiting(afterId, limit);
    }

    public Optional<DeadLetter.Content> show(long id) {
        return letters.content(id);
    }

    /**
     * Applies a letter again, and all that waits in its journey before and behind it, until one fails.
     *
     * @throws IllegalArgumentException if there is no such letter
     */
    public Redrive redrive(long id, String actor) {
        DeadLetter letter = letters.find(id).orElseThrow(() -> noSuchLetter(id));
        String orderingKey = letter.orderingKey();
        return orderingKey == null ? redriveAlone(id, actor) : redriveInOrder(orderingKey, actor);
    }

    /** Applies all that waits in a journey, in order, until one fails. */
    public Redrive redriveJourney(UUID journeyId, String actor) {
        return redriveInOrder(journeyId.toString(), actor);
    }

    /**
     * Gives a letter up for good. What only waited behind it is applied now.
     *
     * @throws IllegalArgumentException if there is no such letter, or the reason is blank
     * @throws IllegalStateException if the letter does not wait any more
     */
    public Redrive discard(long id, String because, String actor) {
        if (because.isBlank()) {
            throw new IllegalArgumentException("A dead letter is discarded only with a reason");
        }
        DeadLetter letter = letters.find(id).orElseThrow(() -> noSuchLetter(id));
        transactions.run(() -> {
            if (letter.orderingKey() != null) {
                letters.lockForRedrive(letter.orderingKey());
            }
            if (letters.lockWaiting(id).isEmpty()) {
                throw new IllegalStateException("Dead letter " + id + " does not wait any more");
            }
            letters.settle(id, Status.DISCARDED, actor, because, clock.instant());
            letters.audit(id, "discard", because, actor, clock.instant());
        });
        return letter.orderingKey() == null ? new Redrive(0, null, null) : releaseTail(letter.orderingKey(), actor);
    }

    /** After a discard: only letters with nothing wrong of their own; the next faulty one is for a person to decide. */
    private Redrive releaseTail(String orderingKey, String actor) {
        Optional<DeadLetter> next = transactions.call(() -> letters.firstWaiting(orderingKey));
        if (next.isPresent() && next.get().reason() != Reason.BEHIND_DEAD_LETTER) {
            return new Redrive(0, next.get().id(), next.get().detail());
        }
        return redriveInOrder(orderingKey, actor);
    }

    private Redrive redriveAlone(long id, String actor) {
        return redriveEach(() -> letters.lockWaiting(id), () -> {}, actor, 1);
    }

    private Redrive redriveInOrder(String orderingKey, String actor) {
        return redriveEach(
                () -> {
                    letters.lockForRedrive(orderingKey);
                    return letters.firstWaiting(orderingKey);
                },
                () -> letters.endQuarantine(orderingKey),
                actor,
                Integer.MAX_VALUE);
    }

    private interface Next {
        Optional<DeadLetter> letter();
    }

    /** One transaction per letter: what was applied stays applied when the next one fails. */
    private Redrive redriveEach(Next next, Runnable atTheEnd, String actor, int stepsMax) {
        int applied = 0;
        for (int step = 0; step < stepsMax; step++) {
            DeadLetter[] current = new DeadLetter[1];
            try {
                Optional<Status> status = transactions.call(() -> {
                    Optional<DeadLetter> letter = next.letter();
                    letter.ifPresent(found -> current[0] = found);
                    if (letter.isEmpty()) {
                        atTheEnd.run();
                    }
                    return letter.map(found -> applyAgain(found, actor));
                });
                if (status.isEmpty()) {
                    break;
                }
                applied += status.get() == Status.APPLIED ? 1 : 0;
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                if (current[0] == null || Failures.isTransient(e)) {
                    throw e;
                }
                return failedAgain(current[0], applied, e, actor);
            }
        }
        return new Redrive(applied, null, null);
    }

    private Status applyAgain(DeadLetter letter, String actor) {
        boolean applied = replay.apply(letters.raw(letter.id()), letter.eventId() != null);
        Status status = applied ? Status.APPLIED : Status.ALREADY_APPLIED;
        String outcome = status.name().toLowerCase(Locale.ROOT);
        letters.settle(letter.id(), status, actor, null, clock.instant());
        letters.audit(letter.id(), "redrive", outcome, actor, clock.instant());
        return status;
    }

    private Redrive failedAgain(DeadLetter letter, int applied, Throwable failure, String actor) {
        Reason reason = failure instanceof RejectedEvent rejected ? rejected.reason() : Reason.PROCESSING_FAILED;
        String detail = Failures.redacted(failure);
        transactions.run(() -> {
            letters.failedAgain(letter.id(), reason, detail);
            letters.audit(letter.id(), "redrive", "failed again: " + detail, actor, clock.instant());
        });
        return new Redrive(applied, letter.id(), detail);
    }

    /**
     * Takes away what letters of a compacted topic hold of one key, in the running transaction; that they came, and what became
     * of them, stays.
     */
    public void erase(String topic, String key) {
        letters.erase(topic, key);
    }

    private static IllegalArgumentException noSuchLetter(long id) {
        return new IllegalArgumentException("There is no dead letter " + id);
    }
}
