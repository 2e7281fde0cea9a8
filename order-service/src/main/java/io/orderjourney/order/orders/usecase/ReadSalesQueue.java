package io.orderjourney.order.orders.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.order.orders.Orders.AwaitingCall;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the confirmation calls that SALES owes, with all that a clerk needs to make one. */
@ApplicationScoped
public class ReadSalesQueue {

    private final Orders orders;
    private final Customers customers;
    private final Promises promises;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    /**
     * An order as SALES sees it.
     *
     * @param customer null if they were erased
     * @param call the promised call while it is open; null afterwards
     */
    public record Work(
            Order order,
            @Nullable Customer customer,
            @Nullable Call call) {}

    /** The promised call, and what is to be expected of it. */
    public record Call(Promise promise, Outlook outlook, Expectation expectation) {}

    ReadSalesQueue(Orders orders, Customers customers, Promises promises, CurrentTerms terms, BusinessClock clock) {
        this.orders = orders;
        this.customers = customers;
        this.promises = promises;
        this.terms = terms;
        this.clock = clock;
    }

    /** The queue behind a position, or from its head: what is due first comes first. */
    @Transactional
    public List<Work> queue(Optional<Orders.QueuePosition> after, int limit) {
        List<Order> awaiting = orders.awaitingCall(Desk.SALES, PromiseKind.CONFIRMATION_CALL, after, limit).stream()
                .map(AwaitingCall::order)
                .toList();
        Map<UUID, Customer> known = customers
                .of(awaiting.stream().map(Order::customerId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
        Map<UUID, List<Promise>> made = promises
                .of(awaiting.stream().map(Order::journeyId).toList())
                .stream()
                .collect(Collectors.groupingBy(Promise::journeyId));
        return awaiting.stream()
                .map(order ->
                        work(order, known.get(order.customerId()), made.getOrDefault(order.journeyId(), List.of())))
                .toList();
    }

    /** One order, whether or not it still waits for a call. */
    @Transactional
    public Optional<Work> of(UUID journeyId) {
        if (orders.existing(List.of(journeyId)).isEmpty()) {
            return Optional.empty();
        }
        Order order = orders.get(journeyId);
        return Optional.of(work(order, customers.find(order.customerId()).orElse(null), promises.of(journeyId)));
    }

    /** A number that changes when the queue does. */
    @Transactional
    public long revision() {
        return orders.queueRevision(Desk.SALES, PromiseKind.CONFIRMATION_CALL);
    }

    private Work work(Order order, @Nullable Customer customer, List<Promise> journey) {
        ShopTerms shop = terms.get();
        Instant now = clock.instant();
        JourneyForecast forecast = JourneyForecast.of(
                journey.stream().filter(promise -> shop.knows(promise.kind())).toList(), shop, now);
        Call call = journey.stream()
                .filter(promise -> promise.isOpen() && promise.kind().equals(PromiseKind.CONFIRMATION_CALL))
                .findFirst()
                .map(promise -> call(promise, forecast, shop, now))
                .orElse(null);
        return new Work(order, customer, call);
    }

    private static Call call(Promise promise, JourneyForecast forecast, ShopTerms shop, Instant now) {
        Expectation expectation = forecast.of(promise);
        return new Call(promise, promise.outlook(expectation, shop, now), expectation);
    }
}
