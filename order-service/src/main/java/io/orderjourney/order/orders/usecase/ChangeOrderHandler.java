package io.orderjourney.order.orders.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.LineChange;
import io.orderjourney.contracts.orders.OrderChanged;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.catalogue.usecase.RequireOrderable;
import io.orderjourney.order.orders.LinesPolicy;
import io.orderjourney.order.orders.LinesPolicy.Changed;
import io.orderjourney.order.orders.LinesPolicy.Wanted;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The customer changes what they ordered, before they have it. Who reserves the goods, asks the bank or tells the customer
 * follows the fact.
 */
@ApplicationScoped
public class ChangeOrderHandler {

    private final Orders orders;
    private final RequireOrderable orderable;
    private final PromiseDesk desk;
    private final JourneyLog log;
    private final BusinessClock clock;

    ChangeOrderHandler(
            Orders orders, RequireOrderable orderable, PromiseDesk desk, JourneyLog log, BusinessClock clock) {
        this.orders = orders;
        this.orderable = orderable;
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param wanted the articles of which more or fewer are wanted
     * @param shownTotal what the customer was shown that the order costs then; null if they were not
     * @param requireVersion throws if the caller has seen another version of the order than the one it is given
     * @throws Order.NotFound if there is no such order
     * @throws Order.TransitionNotAllowed if its journey is over
     * @throws LinesPolicy.Refused if this change is not allowed, or none
     * @throws io.orderjourney.order.catalogue.OrderablePolicy.NotOrderable for more of what the shop does not sell
     */
    @Transactional
    public Order change(
            UUID journeyId,
            List<Wanted> wanted,
            @Nullable Money shownTotal,
            LongConsumer requireVersion,
            String actor) {
        Order before = orders.getForChange(journeyId);
        requireVersion.accept(before.version());
        Changed changed = LinesPolicy.changed(before, wanted, shownTotal);
        requireOrderable(wanted, changed.changes());
        Order after = changed.order();
        store(before, changed, ReasonCode.CUSTOMER_ASKED, actor, null);
        if (before.rest().isPresent() && after.rest().isEmpty()) {
            desk.keepOpen(journeyId, PromiseKind.GOODS_HOLD, "the credit covers the order now", actor);
        }
        return after;
    }

    /**
     * The part that waited at the counter was not collected in time; the order goes on with what still comes.
     *
     * @param order locked by the caller, of which a part is here
     * @param causationId the event that says so
     */
    void goOnWithoutPart(Order order, String actor, UUID causationId) {
        store(order, LinesPolicy.withoutPart(order), ReasonCode.CUSTOMER_DID_NOT_COME, actor, causationId);
    }

    private void store(Order before, Changed changed, ReasonCode reason, String actor, @Nullable UUID causationId) {
        Order after = changed.order();
        orders.change(after);
        OrderChanged fact = new OrderChanged(
                after.pickupPoint(),
                after.lines(),
                after.total(),
                before.total(),
                reason,
                changed.changes(),
                clock.instant());
        log.append(NewEvent.of(EventTypes.ORDER_CHANGED, after.journeyId(), fact, actor)
                .because(reason.name())
                .causedBy(causationId));
    }

    /** What is not sold any more can be given back, and not asked for. */
    private void requireOrderable(List<Wanted> wanted, List<LineChange> changes) {
        Set<String> more = changes.stream()
                .filter(change -> change.quantity() > change.quantityBefore())
                .map(LineChange::sku)
                .collect(Collectors.toSet());
        orderable.requireArticles(wanted.stream()
                .map(one -> Optional.of(one.sku()).filter(more::contains))
                .toList());
    }
}
