package io.orderjourney.order.orders.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.DeliveryMethod;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.contracts.state.DeliveryAddress;
import io.orderjourney.messaging.Coalescer.Answer;
import io.orderjourney.messaging.TraceContexts;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.catalogue.usecase.RequireOrderable;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.usecase.UpdateContactHandler;
import io.orderjourney.order.orders.DeliveryPolicy;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.OrderTotalPolicy;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.order.orders.Progress;
import io.orderjourney.order.orders.usecase.PlaceOrderHandler.PlaceOrder.Address;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.SignedOffer;
import io.orderjourney.promises.usecase.FirstPromises;
import io.orderjourney.promises.usecase.PromiseDesk.Recipient;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Places orders: the customers' contacts, the orders and their first promises in one transaction, and with as many statements for
 * a hundred of them as for one.
 */
@ApplicationScoped
public class PlaceOrderHandler {

    /**
     * An order as the storefront sends it.
     *
     * @param orderNumber the storefront's own number for the order; one is made if it is null
     * @param channelChosen whether the customer says which channel they prefer
     * @param pickupPoint where the customer collects the goods; null for a delivery
     * @param address where a courier brings them; null for a pickup
     * @param inParts whether they wish to collect what is there before the rest, should some goods come later
     * @param offerToken the signed pickup offer that the customer accepted at checkout
     * @param actor who sends it
     * @param traceparent the W3C trace context of the request, or null; facts of several requests are recorded on one thread
     */
    public record PlaceOrder(
            @Nullable String orderNumber,
            CustomerContact contact,
            boolean channelChosen,
            PaymentMethod payment,
            @Nullable String pickupPoint,
            @Nullable Address address,
            List<OrderLine> lines,
            Money total,
            boolean inParts,
            @Nullable String offerToken,
            String actor,
            @Nullable String traceparent) {

        /**
         * Where a courier brings the goods.
         *
         * @param street with the number of the house, and of the flat if there is one
         * @param country ISO 3166, two letters
         */
        public record Address(String street, String postalCode, String city, String country) {

            DeliveryAddress of(UUID journeyId) {
                return new DeliveryAddress(journeyId, street, postalCode, city, country);
            }
        }
    }

    /** The order as it was placed, its customer as they are after it, and what they were promised with it. */
    public record Placed(Order order, Customer customer, List<Promise> promises) {}

    /** What confirmed an order that was paid before. */
    private static final String PAYMENT = "payment";

    private final RequireOrderable orderable;
    private final OrderNumbers numbers;
    private final Orders orders;
    private final UpdateContactHandler contacts;
    private final JourneyLog log;
    private final FirstPromises promises;
    private final BusinessClock clock;
    private final String offersSecret;
    private final String dispatchPoint;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    PlaceOrderHandler(
            RequireOrderable orderable,
            OrderNumbers numbers,
            Orders orders,
            UpdateContactHandler contacts,
            JourneyLog log,
            FirstPromises promises,
            BusinessClock clock,
            @ConfigProperty(name = "journey.offers.secret") String offersSecret,
            @ConfigProperty(name = "journey.delivery.dispatch-point") String dispatchPoint) {
        this.orderable = orderable;
        this.numbers = numbers;
        this.orders = orders;
        this.contacts = contacts;
        this.log = log;
        this.promises = promises;
        this.clock = clock;
        this.offersSecret = offersSecret;
        this.dispatchPoint = dispatchPoint;
    }

    /**
     * Places those of these orders that can be placed; of the others nothing is written. Of two with the same number the first
     * has it. If this throws, the transaction cannot go on: each order is to be placed alone then.
     *
     * @return in the order of the commands, what was placed, or the refusal:
     *     {@link io.orderjourney.order.catalogue.OrderablePolicy.NotOrderable} for what the shop does not sell, or a pickup point
     *     that it does not have; {@link OrderTotalPolicy.TotalMismatch} if the total is not the sum of the lines;
     *     {@link OrderTotalPolicy.CurrencyMismatch} if the prices are in more than one currency;
     *     {@link DeliveryPolicy.NotPaidBefore} if a courier would have to collect the money; {@link Order.NumberTaken} if another
     *     order has the number; {@link SignedOffer.InvalidOffer} if the offer is not ours, or is for another order;
     *     {@link SignedOffer.ExpiredOffer} if the offer is too old
     * @throws Order.NumberTaken if another transaction gave one of the numbers away at the same moment
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Answer<Placed>> place(List<PlaceOrder> commands) {
        return log.together(() -> placed(commands));
    }

    private List<Answer<Placed>> placed(List<PlaceOrder> commands) {
        Instant now = clock.instant();
        List<Answer<Order>> judged = judged(commands, now);
        List<PlaceOrder> accepted = new ArrayList<>();
        List<Order> fresh = new ArrayList<>();
        for (int index = 0; index < judged.size(); index++) {
            if (judged.get(index) instanceof Answer.Done<Order> done) {
                accepted.add(commands.get(index));
                fresh.add(done.value());
            }
        }
        Map<UUID, Placed> placed = fresh.isEmpty() ? Map.of() : placed(accepted, fresh);
        return judged.stream()
                .map(answer -> answer.map(order -> Objects.requireNonNull(placed.get(order.journeyId()))))
                .toList();
    }

    private Map<UUID, Placed> placed(List<PlaceOrder> accepted, List<Order> fresh) {
        List<Customer> customers = contacts.ordering(IntStream.range(0, fresh.size())
                .mapToObj(index -> ordering(accepted.get(index), fresh.get(index)))
                .toList());
        orders.add(fresh);
        FirstPromises.Batch batch = promises.begin();
        Map<UUID, Placed> placed = new HashMap<>();
        for (int index = 0; index < fresh.size(); index++) {
            PlaceOrder command = accepted.get(index);
            Order order = fresh.get(index);
            Customer customer = customers.get(index);
            TraceContexts.run(
                    command.traceparent(),
                    () -> placed.put(order.journeyId(), placed(command, order, customer, batch)));
        }
        batch.write();
        return placed;
    }

    private static UpdateContactHandler.Ordering ordering(PlaceOrder command, Order order) {
        Address address = command.address();
        return new UpdateContactHandler.Ordering(
                command.contact(), command.channelChosen(), address == null ? null : address.of(order.journeyId()));
    }

    /** The orders as they can be placed, or what stands against each; nothing is written. */
    private List<Answer<Order>> judged(List<PlaceOrder> commands, Instant now) {
        Map<String, CatalogueItem> items =
                orderable.items(commands.stream().flatMap(command -> command.lines().stream()));
        OrderNumbers.Free free =
                numbers.of(commands.stream().map(PlaceOrder::orderNumber).toList());
        return commands.stream()
                .map(command -> judged(command, items, free, now))
                .toList();
    }

    private Answer<Order> judged(
            PlaceOrder command, Map<String, CatalogueItem> items, OrderNumbers.Free free, Instant now) {
        try {
            orderable.require(command.pickupPoint(), command.lines(), items);
            OrderTotalPolicy.require(command.lines(), command.total());
            if (command.address() != null) {
                DeliveryPolicy.require(command.payment());
            }
            PickupOffer offer = offerOf(command, now);
            return new Answer.Done<>(newOrder(command, free.take(command.orderNumber()), offer, now));
        } catch (RuntimeException refused) {
            return new Answer.Refused<>(refused);
        }
    }

    private Placed placed(PlaceOrder command, Order order, Customer customer, FirstPromises.Batch batch) {
        log.append(NewEvent.of(
                EventTypes.ORDER_PLACED,
                order.journeyId(),
                new OrderPlaced(
                        order.number(),
                        order.customerId(),
                        order.language(),
                        order.payment(),
                        order.pickupPoint(),
                        order.lines(),
                        order.total(),
                        order.pickupOffer(),
                        order.placedAt(),
                        order.byCourier() ? DeliveryMethod.COURIER : null,
                        command.inParts() ? true : null),
                command.actor()));
        boolean canBeCalled = customer.contact().phone() != null;
        return new Placed(order, customer, firstPromises(order, canBeCalled, command.actor(), batch));
    }

    private Order newOrder(PlaceOrder command, String number, @Nullable PickupOffer offer, Instant now) {
        boolean paid = command.payment() == PaymentMethod.PREPAID;
        return new Order(
                ids.generate(),
                number,
                command.contact().customerId(),
                command.contact().language(),
                command.payment(),
                command.address() == null ? DeliveryMethod.PICKUP : DeliveryMethod.COURIER,
                Objects.requireNonNullElse(command.pickupPoint(), dispatchPoint),
                command.lines(),
                command.total(),
                offer,
                now,
                0,
                0,
                paid ? PAYMENT : null,
                paid ? now : null,
                null,
                Progress.NONE,
                null,
                1);
    }

    private @Nullable PickupOffer offerOf(PlaceOrder command, Instant now) {
        String token = command.offerToken();
        if (token == null) {
            return null;
        }
        Map<String, Integer> quantities =
                command.lines().stream().collect(Collectors.toMap(OrderLine::sku, OrderLine::quantity, Integer::sum));
        String subject = SignedOffer.subjectOf(
                Objects.requireNonNullElse(command.pickupPoint(), dispatchPoint),
                command.payment().name(),
                quantities);
        SignedOffer offer = SignedOffer.verify(token, offersSecret, subject, now);
        return new PickupOffer(offer.offerId(), offer.readyBy(), offer.precision(), offer.offeredAt());
    }

    /**
     * The confirmation call, unless the payment confirmed the order; without a call or a pickup day also the time of the next
     * update, so that no order is silent.
     */
    private static List<Promise> firstPromises(
            Order order, boolean canBeCalled, String actor, FirstPromises.Batch batch) {
        Recipient customer = new Recipient(order.journeyId(), order.customerId(), order.language());
        if (order.confirmedAt() != null) {
            return List.of(batch.makeNextUpdate(customer, Desk.SALES, actor));
        }
        // A customer without a number cannot be called: they confirm the order themselves.
        Promise call = canBeCalled
                ? batch.makeEarliest(customer, PromiseKind.CONFIRMATION_CALL, actor)
                : batch.makeWaiting(customer, PromiseKind.CONFIRMATION_CALL, WaitingReason.CONFIRMATION, actor);
        return order.pickupOffer() == null
                ? List.of(call, batch.makeNextUpdate(customer, Desk.SALES, actor))
                : List.of(call);
    }
}
