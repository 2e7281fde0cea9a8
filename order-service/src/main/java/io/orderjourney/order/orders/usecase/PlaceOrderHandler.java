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
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.contracts.state.DeliveryAddress;
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
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.promises.usecase.PromiseDesk.Recipient;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Places an order: the customer's contact, the order and its first promises in one transaction. */
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
            String actor) {

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

    /** The order as it was placed, and what the customer was promised with it. */
    public record Placed(Order order, List<Promise> promises) {}

    /** What confirmed an order that was paid before. */
    private static final String PAYMENT = "payment";

    private final RequireOrderable orderable;
    private final Orders orders;
    private final UpdateContactHandler contacts;
    private final JourneyLog log;
    private final PromiseDesk desk;
    private final BusinessClock clock;
    private final String offersSecret;
    private final String dispatchPoint;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    PlaceOrderHandler(
            RequireOrderable orderable,
            Orders orders,
            UpdateContactHandler contacts,
            JourneyLog log,
            PromiseDesk desk,
            BusinessClock clock,
            @ConfigProperty(name = "journey.offers.secret") String offersSecret,
            @ConfigProperty(name = "journey.delivery.dispatch-point") String dispatchPoint) {
        this.orderable = orderable;
        this.orders = orders;
        this.contacts = contacts;
        this.log = log;
        this.desk = desk;
        this.clock = clock;
        this.offersSecret = offersSecret;
        this.dispatchPoint = dispatchPoint;
    }

    /**
     * @throws io.orderjourney.order.catalogue.OrderablePolicy.NotOrderable for what the shop does not sell, or a pickup point
     *     that it does not have
     * @throws OrderTotalPolicy.TotalMismatch if the total is not the sum of the lines
     * @throws OrderTotalPolicy.CurrencyMismatch if the prices are in more than one currency
     * @throws DeliveryPolicy.NotPaidBefore if a courier would have to collect the money
     * @throws Order.NumberTaken if another order has the number
     * @throws SignedOffer.InvalidOffer if the offer is not ours, or is for another order
     * @throws SignedOffer.ExpiredOffer if the offer is too old
     */
    @Transactional
    public Placed place(PlaceOrder command) {
        return log.together(() -> placed(command));
    }

    private Placed placed(PlaceOrder command) {
        Instant now = clock.instant();
        orderable.require(command.pickupPoint(), command.lines());
        OrderTotalPolicy.require(command.lines(), command.total());
        Address address = command.address();
        if (address != null) {
            DeliveryPolicy.require(command.payment());
        }
        Order order = newOrder(command, offerOf(command, now), now);
        Customer customer = contacts.ordering(command.contact(), command.channelChosen());
        if (address != null) {
            contacts.delivering(customer.id(), address.of(order.journeyId()));
        }
        orders.add(order);
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
                        now,
                        order.byCourier() ? DeliveryMethod.COURIER : null,
                        command.inParts() ? true : null),
                command.actor()));
        return new Placed(order, firstPromises(order, customer.contact().phone() != null, command.actor()));
    }

    private Order newOrder(PlaceOrder command, @Nullable PickupOffer offer, Instant now) {
        String number = command.orderNumber();
        boolean paid = command.payment() == PaymentMethod.PREPAID;
        return new Order(
                ids.generate(),
                number == null ? orders.nextNumber() : number,
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
    private List<Promise> firstPromises(Order order, boolean canBeCalled, String actor) {
        Recipient customer = new Recipient(order.journeyId(), order.customerId(), order.language());
        if (order.confirmedAt() != null) {
            return List.of(desk.makeNextUpdate(customer, Desk.SALES, actor));
        }
        Promise made = desk.makeEarliest(customer, PromiseKind.CONFIRMATION_CALL, actor);
        // A customer without a number cannot be called: they confirm the order themselves.
        Promise call = canBeCalled ? made : desk.pause(made.id(), WaitingReason.CONFIRMATION, actor);
        return order.pickupOffer() == null
                ? List.of(call, desk.makeNextUpdate(customer, Desk.SALES, actor))
                : List.of(call);
    }
}
