package io.orderjourney.order.erasure.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.erasure.Erasure;
import io.orderjourney.order.erasure.Erasures;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.CustomerErasures;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * Erases a customer here, and has everybody else do so: their contact becomes a tombstone on the topic {@code customers}, at
 * which each service erases its copies and says so. This service confirms its own part in the same way.
 */
@ApplicationScoped
public class EraseCustomerHandler {

    private final Customers customers;
    private final Orders orders;
    private final Erasures erasures;
    private final StateTopics topics;
    private final CustomerErasures here;
    private final BusinessClock clock;

    EraseCustomerHandler(
            Customers customers,
            Orders orders,
            Erasures erasures,
            StateTopics topics,
            CustomerErasures here,
            BusinessClock clock) {
        this.customers = customers;
        this.orders = orders;
        this.erasures = erasures;
        this.topics = topics;
        this.here = here;
        this.clock = clock;
    }

    /**
     * Erases a customer. A second erasure of somebody who is gone changes nothing; somebody who has ordered again since then is
     * erased again.
     *
     * @throws Customer.NotFound if there is no such customer and there was none
     * @throws Erasure.OpenOrders while the shop still owes them something
     */
    @Transactional
    public Erasure erase(UUID customerId, String actor) {
        Optional<Customer> known = customers.findForChange(customerId);
        if (known.isEmpty()) {
            return erasures.find(customerId).orElseThrow(() -> new Customer.NotFound(customerId));
        }
        if (orders.hasOpen(customerId)) {
            throw new Erasure.OpenOrders(customerId);
        }
        customers.remove(customerId);
        erasures.begin(customerId, clock.instant(), actor);
        topics.touch(EventTypes.CONTACT_CHANGED.topic(), customerId.toString());
        here.erase(customerId, actor);
        return erasures.find(customerId).orElseThrow();
    }
}
