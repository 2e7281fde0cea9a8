package io.orderjourney.order.orders.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.customers.usecase.KeepContactHandler;
import io.orderjourney.order.orders.NextWordDates;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.OrderTotalPolicy;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.NewPromise;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.SignedOffer;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Takes an order, with the customer's contact and the first promises, in one transaction. */
@ApplicationScoped
public class PlaceOrderHandler {

    private final Orders orders;
    private final KeepContactHandler contacts;
    private final JourneyLog log;
    private final PromiseBook book;
    private final Promises promises;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final String offersSecret;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    PlaceOrderHandler(
            Orders orders,
            KeepContactHandler contacts,
            JourneyLog log,
            PromiseBook book,
            Promises promises,
            CurrentTerms terms,
            BusinessClock clock,
            @ConfigProperty(name = "journey.offers.secret") String offersSecret) {
        this.orders = orders;
        this.contacts = contacts;
        this.log = log;
        this.book = book;
        this.promises = promises;
        this.terms = terms;
        this.clock = clock;
        this.offersSecret = offersSecret;
    }

    /**
     * @throws io.orderjourney.order.orders.OrderRefused if the total is not the sum of the lines
     * @throws io.orderjourney.order.orders.OrderNumberTaken if the reference was used before
     * @throws SignedOffer.InvalidOffer if the offer is not ours, or is for another order
     * @throws SignedOffer.ExpiredOffer if the offer is too old
     */
    @Transactional
    public PlacedOrder place(PlaceOrder wish) {
        Instant now = clock.instant();
        OrderTotalPolicy.require(wish.lines(), wish.total());
        Order order = newOrder(wish, offerOf(wish, now), now);
        contacts.keep(wish.contact());
        orders.add(order);
        log.append(NewEvent.of(
                EventTypes.ORDER_PLACED,
                order.id(),
                new OrderPlaced(
                        order.number(),
                        order.customerId(),
                        order.language(),
                        order.payment(),
                        order.pickupPoint(),
                        order.lines(),
                        order.total(),
                        order.pickupOffer(),
                        now),
                wish.actor()));
        return new PlacedOrder(order, firstPromises(order, now, wish.actor()));
    }

    private Order newOrder(PlaceOrder wish, @Nullable PickupOffer offer, Instant now) {
        String reference = wish.reference();
        return new Order(
                ids.generate(),
                reference == null ? orders.nextNumber() : reference,
                wish.contact().customerId(),
                wish.contact().language(),
                wish.payment(),
                wish.pickupPoint(),
                wish.lines(),
                wish.total(),
                offer,
                now,
                0,
                null,
                null,
                null,
                1);
    }

    private @Nullable PickupOffer offerOf(PlaceOrder wish, Instant now) {
        String token = wish.offerToken();
        if (token == null) {
            return null;
        }
        Map<String, Integer> quantities =
                wish.lines().stream().collect(Collectors.toMap(OrderLine::sku, OrderLine::quantity, Integer::sum));
        String subject =
                SignedOffer.subjectOf(wish.pickupPoint(), wish.payment().name(), quantities);
        SignedOffer offer = SignedOffer.verify(token, offersSecret, subject, now);
        return new PickupOffer(offer.offerId(), offer.readyBy(), offer.precision(), offer.offeredAt());
    }

    /** The confirmation call always; without a pickup day the customer is told at least when he hears of it. */
    private List<Promise> firstPromises(Order order, Instant now, String actor) {
        ShopTerms shop = terms.get();
        DeskLoad load = new DeskLoad(promises.openOf(Desk.SALES));
        List<Promise> made = new ArrayList<>();
        made.add(make(
                order,
                PromiseKind.CONFIRMATION_CALL,
                null,
                PromiseDates.at(now, shop)
                        .earliest(
                                PromiseKind.CONFIRMATION_CALL,
                                List.of(),
                                JourneyForecast.of(List.of(), shop, now),
                                load),
                actor));
        if (order.pickupOffer() == null) {
            made.add(make(order, PromiseKind.NEXT_UPDATE, Desk.SALES, NextWordDates.earliest(now, shop, load), actor));
        }
        return made;
    }

    private Promise make(Order order, PromiseKind kind, @Nullable Desk desk, GrantedDate date, String actor) {
        return book.make(
                new NewPromise(order.id(), order.customerId(), kind, desk, date, List.of(), order.language(), actor));
    }
}
