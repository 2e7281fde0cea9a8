package io.orderjourney.messaging.consume;

import io.orderjourney.messaging.deadletters.DeadLetters;
import io.orderjourney.messaging.deadletters.RawRecord;
import io.orderjourney.messaging.deadletters.RejectedEvent;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** Applies a record that became a dead letter once more, with the same checks as when it arrived. */
public final class RecordReplay implements DeadLetters.Replay {

    private final Inbox inbox;
    private final Subscriptions subscriptions;
    private final EventReader reader;
    private final InstantSource clock;

    public RecordReplay(DataSource dataSource, Subscriptions subscriptions, InstantSource clock) {
        this.inbox = new Inbox(dataSource);
        this.subscriptions = subscriptions;
        this.reader = new EventReader(subscriptions);
        this.clock = clock;
    }

    @Override
    public boolean apply(RawRecord raw, boolean remembered) {
        InboundRecord inbound = reader.read(raw);
        if (inbound instanceof InboundRecord.Rejected rejected) {
            throw new RejectedEvent(rejected.reason(), rejected.detail());
        }
        if (wasApplied(inbound, remembered)) {
            return false;
        }
        subscriptions.apply(List.of(inbound));
        return true;
    }

    /** A record that came without a readable id may have come again in a readable form and been applied. */
    private boolean wasApplied(InboundRecord inbound, boolean remembered) {
        if (inbound instanceof InboundRecord.Fact fact) {
            return !remembered
                    && inbox.remember(List.of(fact.event().id()), clock.instant())
                            .isEmpty();
        }
        return inbound instanceof InboundRecord.State state
                && inbox.newer(List.of(state)).isEmpty();
    }
}
