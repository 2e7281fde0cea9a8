package io.orderjourney.fulfillment.story;

import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.DeliveryMethod;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.orders.OrderConfirmed;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.contracts.testing.PublishedContract;
import io.orderjourney.fulfillment.contacts.Contacts;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.SettableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Plays the rest of the shop for this service, and looks at what it did. */
@Singleton
public class Shop {

    public static final String PICKUP_POINT = "WAW-01";

    private final Broker broker;
    private final JourneyLog log;
    private final Promises promises;
    private final CurrentTerms terms;
    private final Contacts contacts;
    private final BusinessClock clock;

    Shop(Broker broker, JourneyLog log, Promises promises, CurrentTerms terms, Contacts contacts, BusinessClock clock) {
        this.broker = broker;
        this.log = log;
        this.promises = promises;
        this.terms = terms;
        this.contacts = contacts;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Moves the time to the next moment at which the counter is open for a while. */
    public void openTheCounter() {
        var counter = terms.get().calendar(Desk.PICKUP_POINT);
        Instant now = clock.instant();
        Instant open = counter.nextOpen(now);
        if (counter.between(open, counter.closingAt(open)).compareTo(Duration.ofHours(3)) < 0) {
            open = counter.nextOpen(counter.closingAt(open));
        }
        ((SettableClock) clock).advanceTo(open);
    }

    public void pass(Duration time) {
        ((SettableClock) clock).advance(time);
    }

    /** An item that no other test knows of. */
    public static String freshSku(String name) {
        String sku = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        ApiClient.STOREFRONT
                .put("/api/v1/catalogue/" + sku, "{\"name\": \"" + name + "\"}")
                .statusCode(201);
        return sku;
    }

    /** A pickup point that no other test knows of. */
    public static String freshPoint(String hours, int slotsPerHour) {
        String code = "P-" + UUID.randomUUID().toString().substring(0, 8);
        ApiClient.BOSS
                .put("/api/v1/pickup-points/" + code, point(hours, slotsPerHour))
                .statusCode(201);
        return code;
    }

    static String point(String hours, int slotsPerHour) {
        return """
                {"name": "Kraków Stare Miasto", "street": "ul. Długa 31", "postalCode": "31-147", "city": "Kraków",
                 "country": "PL", "phone": "+48121000041", "hours": "%s", "closures": [], "slotsPerHour": %d,
                 "counter": true}
                """.formatted(hours, slotsPerHour);
    }

    /** An order as order-service tells it. */
    public OrderPlaced order(PaymentMethod payment, @Nullable PickupOffer offer, OrderLine... lines) {
        return new OrderPlaced(
                "A-" + UUID.randomUUID().toString().substring(0, 8),
                UUID.randomUUID(),
                "en",
                payment,
                PICKUP_POINT,
                List.of(lines),
                new Money(199_900, "PLN"),
                offer,
                now());
    }

    /** An order that a courier brings, as order-service tells it. */
    public OrderPlaced delivery(String sku) {
        OrderPlaced order = order(PaymentMethod.PREPAID, null, line(sku, 1));
        return new OrderPlaced(
                order.orderNumber(),
                order.customerId(),
                order.language(),
                order.payment(),
                order.pickupPoint(),
                order.lines(),
                order.total(),
                null,
                order.placedAt(),
                DeliveryMethod.COURIER);
    }

    public static OrderLine line(String sku, int quantity) {
        return new OrderLine(sku, "Phone", quantity, new Money(199_900, "PLN"));
    }

    /** Places an order over Kafka and waits until it is known here. */
    public UUID place(OrderPlaced order) {
        UUID orderId = UUID.randomUUID();
        broker.publish(EventTypes.ORDER_PLACED, orderId, order);
        awaitFact(orderId, EventTypes.GOODS_RESERVED, 1);
        return orderId;
    }

    public UUID place(PaymentMethod payment, String sku, int quantity) {
        return place(order(payment, null, line(sku, quantity)));
    }

    public void confirm(UUID orderId) {
        broker.publish(EventTypes.ORDER_CONFIRMED, orderId, new OrderConfirmed("sales:anna", now()));
    }

    /** The customer was told by mail that they can come. */
    public UUID tellReady(UUID orderId, int readiness) {
        UUID noticeId = UUID.randomUUID();
        broker.publish(
                EventTypes.CUSTOMER_TOLD,
                orderId,
                new CustomerTold(
                        noticeId,
                        UUID.randomUUID(),
                        Channel.EMAIL,
                        List.of(NoticeSubject.READY_FOR_PICKUP),
                        readiness,
                        now()));
        return noticeId;
    }

    /** Everything this service recorded about an order, each checked against the published contract. */
    public List<RecordedEvent> facts(UUID orderId) {
        List<RecordedEvent> facts = log.of(orderId);
        facts.forEach(fact -> PublishedContract.check(fact.type(), fact.data().getBytes(StandardCharsets.UTF_8)));
        return facts;
    }

    public List<String> factTypes(UUID orderId) {
        return facts(orderId).stream().map(RecordedEvent::type).toList();
    }

    public <T> List<T> facts(UUID orderId, EventType<T> type) {
        return facts(orderId).stream()
                .filter(fact -> fact.type().equals(type.wireName()))
                .map(fact -> fact.dataAs(type))
                .toList();
    }

    public <T> T lastFact(UUID orderId, EventType<T> type) {
        List<T> facts = facts(orderId, type);
        return facts.get(facts.size() - 1);
    }

    public void awaitFact(UUID orderId, EventType<?> type, int count) {
        await(() -> facts(orderId, type).size() >= count);
    }

    /** The customer knows that they can come: from now on only their coming is promised. */
    public void awaitInvited(UUID orderId) {
        await(() -> open(orderId).stream().map(Promise::kind).toList().equals(List.of(PromiseKind.PICKUP_SLOT)));
    }

    public static void await(BooleanSupplier condition) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(30))
                .until(condition::getAsBoolean);
    }

    /** The customer's name was read. */
    public boolean isKnown(UUID customerId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> contacts.of(List.of(customerId)).containsKey(customerId));
    }

    /** The promises of an order that this service knows, in the order in which they were made. */
    public List<Promise> promises(UUID orderId) {
        return QuarkusTransaction.requiringNew().call(() -> promises.of(orderId));
    }

    public List<Promise> open(UUID orderId) {
        return promises(orderId).stream().filter(Promise::isOpen).toList();
    }

    /** The newest promise of a kind. */
    public Promise promise(UUID orderId, PromiseKind kind) {
        return promises(orderId).stream()
                .filter(promise -> promise.kind().equals(kind))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("No promise " + kind + " of order " + orderId));
    }
}
