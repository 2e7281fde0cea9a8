package io.orderjourney.order.orders.usecase;

import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.order.orders.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What other desks report about an order that bounds what can still change about its lines. */
@ApplicationScoped
public class OrderProgressHandler {

    private final Orders orders;

    OrderProgressHandler(Orders orders) {
        this.orders = orders;
    }

    /** The bank is asked for what the order costs now. */
    @Transactional
    public void submitted(UUID journeyId) {
        orders.findForChange(journeyId)
                .ifPresent(order -> store(order, order.progress().asked(order.total())));
    }

    /** Something else is known; of a journey without an order it means nothing. */
    @Transactional
    public void learned(UUID journeyId, UnaryOperator<Progress> what) {
        orders.findForChange(journeyId).ifPresent(order -> store(order, what.apply(order.progress())));
    }

    private void store(Order order, Progress progress) {
        if (!progress.equals(order.progress())) {
            orders.change(order.with(progress));
        }
    }
}
