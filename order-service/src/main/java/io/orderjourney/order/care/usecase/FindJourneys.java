package io.orderjourney.order.care.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.customers.SearchTerm;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds journeys: those of a caller, and those that customer care has promised something in. */
@ApplicationScoped
public class FindJourneys {

    /** So many journeys at once; a clerk who sees too many types one more letter. */
    public static final int FOUND_MAX = 50;

    private static final int ORDERS_OF_A_CUSTOMER_MAX = 20;

    private final Orders orders;
    private final Customers customers;
    private final Promises promises;

    FindJourneys(Orders orders, Customers customers, Promises promises) {
        this.orders = orders;
        this.customers = customers;
        this.promises = promises;
    }

    /**
     * A journey.
     *
     * @param customer null if they were erased
     * @param promises all of it, in the order in which they were made
     */
    public record Found(Order order, @Nullable Customer customer, List<Promise> promises) {

        /** What the shop owes first; null if it owes nothing at the moment. */
        public @Nullable Promise next() {
            return promises.stream()
                    .filter(promise -> promise.isOpen() && !promise.isWaiting())
                    .min(Comparator.comparing(Promise::anchorAt).thenComparing(Promise::id))
                    .orElse(null);
        }

        /** The promised call back, while it is open. */
        public Optional<Promise> callback() {
            return promises.stream()
                    .filter(promise -> promise.isOpen() && promise.kind().equals(PromiseKind.CALLBACK))
                    .findFirst();
        }
    }

    /**
     * The journeys of the customers with this name, address or phone number, and those with this number; open ones first,
     * then the newest.
     *
     * @param typed the beginning of a name or address, the last digits of a phone number, or of an order's number
     */
    @Transactional
    public List<Found> by(String typed) {
        Map<UUID, Order> found = new LinkedHashMap<>();
        String number = typed.strip();
        if (number.matches(Identifiers.ORDER_NUMBER) && number.length() >= SearchTerm.LETTERS_MIN) {
            orders.numbered(number, FOUND_MAX).forEach(order -> found.put(order.journeyId(), order));
        }
        orders.newestOf(customers.found(SearchTerm.typed(typed), FOUND_MAX), ORDERS_OF_A_CUSTOMER_MAX)
                .forEach(order -> found.put(order.journeyId(), order));
        return complete(found.values().stream()
                .sorted(Comparator.comparing(Order::isOpen)
                        .thenComparing(Order::placedAt)
                        .reversed())
                .limit(FOUND_MAX)
                .toList());
    }

    /** The journeys in which a customer waits for a call back, what is due first comes first. */
    @Transactional
    public List<Found> waitingForCallback(Optional<Orders.QueuePosition> after, int limit) {
        return complete(orders.awaitingCall(Desk.CUSTOMER_CARE, PromiseKind.CALLBACK, after, limit).stream()
                .map(Orders.AwaitingCall::order)
                .toList());
    }

    /** One journey. */
    @Transactional
    public Optional<Found> of(UUID journeyId) {
        return orders.existing(List.of(journeyId)).stream()
                .map(orders::get)
                .flatMap(order -> complete(List.of(order)).stream())
                .findFirst();
    }

    /** A number that changes when the queue of calls back does. */
    @Transactional
    public long revision() {
        return orders.queueRevision(Desk.CUSTOMER_CARE, PromiseKind.CALLBACK);
    }

    private List<Found> complete(List<Order> wanted) {
        Map<UUID, Customer> known = ofAll(wanted, Order::customerId, customers::of).stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
        Map<UUID, List<Promise>> made = ofAll(wanted, Order::journeyId, promises::of).stream()
                .collect(Collectors.groupingBy(Promise::journeyId));
        return wanted.stream()
                .map(order -> new Found(
                        order, known.get(order.customerId()), made.getOrDefault(order.journeyId(), List.of())))
                .toList();
    }

    private static <T> List<T> ofAll(
            List<Order> wanted, Function<Order, UUID> id, Function<Collection<UUID>, List<T>> read) {
        List<UUID> ids = wanted.stream().map(id).distinct().toList();
        return ids.isEmpty() ? List.of() : read.apply(ids);
    }
}
