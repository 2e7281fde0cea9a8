package io.orderjourney.notification.ledger;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PaymentMethod;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journeys that are known here. Every call joins the running transaction. */
public interface Journeys {

    /** Journeys that began, in one statement; those that are known stay as they are. */
    void opened(Collection<Journey> journeys);

    void closed(UUID journeyId, JourneyEnd end, Instant at);

    /** The customer pays in another way from now on. */
    void paid(UUID journeyId, PaymentMethod payment);

    /** The customer wishes to cancel, which is settled with this task; null if they changed their mind. */
    void cancelling(UUID journeyId, @Nullable UUID taskId);

    void callUnanswered(UnansweredCall call);

    /** The calls of these journeys that were not answered, by journey, the first one first. */
    Map<UUID, List<UnansweredCall>> unansweredCalls(Collection<UUID> journeyIds);

    Optional<Journey> find(UUID journeyId);

    Map<UUID, Journey> find(Collection<UUID> journeyIds);

    /** Those with this number; a shop that numbers its orders itself may have given one twice. */
    List<Journey> numbered(String orderNumber);
}
