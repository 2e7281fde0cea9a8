package io.orderjourney.messaging;

import io.orderjourney.messaging.DeadLetter.Reason;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Remembering and acting in one transaction: a batch of arrivals is applied as a whole or has not happened. What can never be
 * applied becomes a dead letter in the same way, and what comes after it in its journey waits behind it.
 */
class Intake {

    private final Transactions transactions;
    private final Inbox inbox;
    private final DeadLetterRows letters;
    private final Subscriptions subscriptions;
    private final InstantSource clock;
    private final MessagingMetrics metrics;

    Intake(
            DataSource dataSource,
            Transactions transactions,
            Subscriptions subscriptions,
            InstantSource clock,
            MessagingMetrics metrics) {
        this.transactions = transactions;
        this.inbox = new Inbox(dataSource);
        this.letters = new DeadLetterRows(dataSource);
        this.subscriptions = subscriptions;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Applies a batch in one transaction. If it throws, nothing of it has happened. */
    void take(List<Arrival> batch) {
        Outcome outcome = transactions.call(() -> apply(batch));
        metrics.consumed(outcome.applied());
        metrics.duplicates(outcome.duplicates());
        metrics.ignored(outcome.ignored());
        outcome.letters().forEach(metrics::deadLetter);
        afterCommit();
    }

    /** What became of a batch; counted only when it is committed. */
    private record Outcome(int applied, int duplicates, int ignored, List<Reason> letters) {}

    /** Puts one arrival, which failed every time it was applied, with the dead letters. */
    void giveUp(Arrival arrival, Reason reason, String detail, int attempts) {
        boolean givenUp = transactions.call(() -> {
            if (arrival instanceof Arrival.Fact fact) {
                if (inbox.remember(List.of(fact.event().id()), clock.instant()).isEmpty()) {
                    return false;
                }
                letters.quarantine(fact.orderingKey(), clock.instant());
            }
            letters.add(arrival, reason, detail, attempts, clock.instant());
            return true;
        });
        if (givenUp) {
            metrics.deadLetter(reason);
        }
        afterCommit();
    }

    private Outcome apply(List<Arrival> batch) {
        Set<UUID> fresh = inbox.remember(eventIds(batch), clock.instant());
        Set<Arrival.State> newer = new HashSet<>(inbox.newer(of(Arrival.State.class, batch)));
        Set<String> quarantined = letters.lockQuarantined(orderingKeys(batch));
        List<Arrival> applicable = new ArrayList<>();
        List<Reason> written = new ArrayList<>();
        Set<UUID> met = new HashSet<>();
        int duplicates = 0;
        int ignored = 0;
        for (Arrival arrival : batch) {
            if (arrival instanceof Arrival.Fact fact) {
                if (!fresh.contains(fact.event().id()) || !met.add(fact.event().id())) {
                    duplicates++;
                } else if (quarantined.contains(fact.orderingKey())) {
                    park(fact);
                    written.add(Reason.BEHIND_DEAD_LETTER);
                } else {
                    applicable.add(fact);
                }
            } else if (arrival instanceof Arrival.State state) {
                if (newer.contains(state)) {
                    applicable.add(state);
                } else {
                    duplicates++;
                }
            } else if (arrival instanceof Arrival.Rejected rejected) {
                if (isAgain(rejected.envelope(), fresh, met)) {
                    duplicates++;
                } else {
                    quarantined.addAll(reject(rejected));
                    written.add(rejected.reason());
                }
            } else {
                ignored++;
            }
        }
        subscriptions.apply(applicable);
        return new Outcome(applicable.size(), duplicates, ignored, written);
    }

    private void park(Arrival.Fact fact) {
        letters.add(fact, Reason.BEHIND_DEAD_LETTER, "waits for an earlier event of its journey", 0, clock.instant());
    }

    private static boolean isAgain(Arrival.@Nullable Envelope envelope, Set<UUID> fresh, Set<UUID> met) {
        return envelope != null && (!fresh.contains(envelope.eventId()) || !met.add(envelope.eventId()));
    }

    /** Returns what must wait from now on: the journey of the record, if it is known. */
    private Set<String> reject(Arrival.Rejected rejected) {
        Arrival.Envelope envelope = rejected.envelope();
        letters.add(rejected, rejected.reason(), rejected.detail(), 1, clock.instant());
        if (envelope == null) {
            return Set.of();
        }
        letters.quarantine(envelope.orderingKey(), clock.instant());
        return Set.of(envelope.orderingKey());
    }

    private static Set<UUID> eventIds(List<Arrival> batch) {
        Set<UUID> ids = new HashSet<>();
        of(Arrival.Fact.class, batch).forEach(fact -> ids.add(fact.event().id()));
        for (Arrival.Rejected rejected : of(Arrival.Rejected.class, batch)) {
            if (rejected.envelope() != null) {
                ids.add(rejected.envelope().eventId());
            }
        }
        return ids;
    }

    private static Set<String> orderingKeys(List<Arrival> batch) {
        Set<String> keys = new HashSet<>();
        of(Arrival.Fact.class, batch).forEach(fact -> keys.add(fact.orderingKey()));
        return keys;
    }

    private static <A extends Arrival> List<A> of(Class<A> kind, Collection<Arrival> batch) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The moment after the database has committed and before Kafka knows: a place for crash tests, and nothing else. */
    void afterCommit() {}
}
