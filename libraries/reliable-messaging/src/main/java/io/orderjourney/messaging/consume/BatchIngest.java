package io.orderjourney.messaging.consume;

import io.orderjourney.messaging.MessagingMetrics;
import io.orderjourney.messaging.Transactions;
import io.orderjourney.messaging.deadletters.DeadLetter.Reason;
import io.orderjourney.messaging.deadletters.DeadLetterRows;
import io.orderjourney.messaging.deadletters.Envelope;
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
 * Remembers and processes a batch of records in one transaction: all of it happens or nothing. A record that can never be
 * applied becomes a dead letter in the same way, and later events of its journey are blocked behind it. A partner's record
 * that cannot be read stops nobody.
 */
public class BatchIngest {

    private final Transactions transactions;
    private final Inbox inbox;
    private final DeadLetterRows letters;
    private final Subscriptions subscriptions;
    private final InstantSource clock;
    private final MessagingMetrics metrics;

    public BatchIngest(
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
    public void ingest(List<InboundRecord> batch) {
        Outcome outcome = transactions.call(() -> apply(batch));
        metrics.consumed(outcome.applied());
        metrics.duplicates(outcome.duplicates());
        metrics.ignored(outcome.ignored());
        outcome.letters().forEach(reason -> metrics.deadLetter(reason.wireName()));
        afterCommit();
    }

    /** What became of a batch; counted only when it is committed. */
    private record Outcome(int applied, int duplicates, int ignored, List<Reason> letters) {}

    /**
     * Puts one record, which failed every time it was applied, with the dead letters. A journey's later facts wait behind it; a
     * partner's next report stands for itself.
     */
    public void deadLetter(InboundRecord record, Reason reason, String detail, int attempts) {
        boolean givenUp = transactions.call(() -> {
            if (record instanceof InboundRecord.Fact fact) {
                if (inbox.remember(List.of(fact.event().id()), clock.instant()).isEmpty()) {
                    return false;
                }
                if (fact.event().journey() != null) {
                    letters.quarantine(fact.orderingKey(), clock.instant());
                }
            }
            letters.add(record.raw(), record.envelope(), reason, detail, attempts, clock.instant());
            return true;
        });
        if (givenUp) {
            metrics.deadLetter(reason.wireName());
        }
        afterCommit();
    }

    private Outcome apply(List<InboundRecord> batch) {
        Set<UUID> fresh = inbox.remember(eventIds(batch), clock.instant());
        Set<InboundRecord.State> newer = new HashSet<>(inbox.newer(of(InboundRecord.State.class, batch)));
        Set<String> quarantined = letters.lockQuarantined(orderingKeys(batch));
        List<InboundRecord> applicable = new ArrayList<>();
        List<Reason> written = new ArrayList<>();
        Set<UUID> met = new HashSet<>();
        int duplicates = 0;
        int ignored = 0;
        for (InboundRecord record : batch) {
            if (record instanceof InboundRecord.Fact fact) {
                if (!fresh.contains(fact.event().id()) || !met.add(fact.event().id())) {
                    duplicates++;
                } else if (quarantined.contains(fact.orderingKey())) {
                    block(fact);
                    written.add(Reason.BEHIND_DEAD_LETTER);
                } else {
                    applicable.add(fact);
                }
            } else if (record instanceof InboundRecord.State state) {
                if (newer.contains(state)) {
                    applicable.add(state);
                } else {
                    duplicates++;
                }
            } else if (record instanceof InboundRecord.Rejected rejected) {
                if (isRepeated(rejected.envelope(), fresh, met)) {
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

    private void block(InboundRecord.Fact fact) {
        letters.add(
                fact.raw(),
                fact.envelope(),
                Reason.BEHIND_DEAD_LETTER,
                "waits for an earlier event of its journey",
                0,
                clock.instant());
    }

    private static boolean isRepeated(@Nullable Envelope envelope, Set<UUID> fresh, Set<UUID> met) {
        return envelope != null && (!fresh.contains(envelope.eventId()) || !met.add(envelope.eventId()));
    }

    /**
     * Returns what must wait from now on: the journey of the record, if it has one. A journey's later facts may rest on the
     * one that was refused; a partner's next report stands for itself.
     */
    private Set<String> reject(InboundRecord.Rejected rejected) {
        Envelope envelope = rejected.envelope();
        letters.add(rejected.raw(), envelope, rejected.reason(), rejected.detail(), 1, clock.instant());
        if (envelope == null || envelope.journey() == null) {
            return Set.of();
        }
        letters.quarantine(envelope.orderingKey(), clock.instant());
        return Set.of(envelope.orderingKey());
    }

    private static Set<UUID> eventIds(List<InboundRecord> batch) {
        Set<UUID> ids = new HashSet<>();
        of(InboundRecord.Fact.class, batch).forEach(fact -> ids.add(fact.event().id()));
        for (InboundRecord.Rejected rejected : of(InboundRecord.Rejected.class, batch)) {
            if (rejected.envelope() != null) {
                ids.add(rejected.envelope().eventId());
            }
        }
        return ids;
    }

    private static Set<String> orderingKeys(List<InboundRecord> batch) {
        Set<String> keys = new HashSet<>();
        of(InboundRecord.Fact.class, batch).forEach(fact -> keys.add(fact.orderingKey()));
        return keys;
    }

    private static <A extends InboundRecord> List<A> of(Class<A> kind, Collection<InboundRecord> batch) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The moment after the database has committed and before Kafka knows: a place for crash tests, and nothing else. */
    protected void afterCommit() {}
}
