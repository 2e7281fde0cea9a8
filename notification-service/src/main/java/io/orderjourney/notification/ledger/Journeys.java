package io.orderjourney.notification.ledger;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.fulfillment.PartsChanged;
import io.orderjourney.contracts.orders.LineChange;
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

    /** The customer ordered these goods instead; what the bank does not lend changes with the price. */
    void changed(UUID journeyId, List<OrderLine> goods, Money total);

    /** What the customer is told of the changes of their order. */
    void lineChanges(UUID journeyId, List<LineChange> changes);

    /** As it was said last; empty if the order is as it was placed. */
    List<LineChange> lineChanges(UUID journeyId);

    /** Which goods are where, as it was said last. */
    void parts(UUID journeyId, PartsChanged parts);

    /** Which goods are where; empty as long as they were all in one place. */
    Optional<PartsChanged> parts(UUID journeyId);

    /** The customer pays so much at the counter, besides the credit. */
    void restAgreed(UUID journeyId, Money rest);

    /** The bank lends so much: if that is all of it, no rest is left. */
    void approved(UUID journeyId, Money amount);

    /** The rest was paid with the goods that were handed over. */
    void restPaid(UUID journeyId);

    /** What the customer pays at the counter besides the credit; empty for nothing. */
    Optional<Money> rest(UUID journeyId);

    /** Somebody else may collect with the code of this id; an earlier one is void. */
    void collectorCode(UUID journeyId, UUID codeId);

    /** The id of the code with which somebody else may collect; empty if none was issued. */
    Optional<UUID> collectorCode(UUID journeyId);

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
