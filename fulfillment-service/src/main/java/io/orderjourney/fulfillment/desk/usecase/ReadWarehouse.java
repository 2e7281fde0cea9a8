package io.orderjourney.fulfillment.desk.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.fulfillment.contacts.Contact;
import io.orderjourney.fulfillment.contacts.Contacts;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.Parcels;
import io.orderjourney.fulfillment.desk.ScannedCode;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.PurchaseOrders;
import io.orderjourney.fulfillment.receiving.SupplierScope;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Incoming;
import io.orderjourney.fulfillment.supply.OrderSupplyChange;
import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.Reservations.Waiting;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the goods that customers wait for, and the parcels to send. A point that is null stands for all of them. */
@ApplicationScoped
public class ReadWarehouse {

    /** More orders than these are not counted: the warehouse acts no differently. */
    public static final int COUNT_MAX = 500;

    private static final int WAITING_SHOWN = 10;

    private final PurchaseOrders orders;
    private final Pickups pickups;
    private final Reservations reservations;
    private final Parcels parcels;
    private final Contacts contacts;
    private final StockLevels levels;
    private final Promises promises;
    private final PromiseDesk desk;

    /** What the warehouse works on. */
    public sealed interface Work permits Delivery, Undated, Shelf, Sending {}

    /**
     * A purchase order, and who waits for it.
     *
     * @param waiting null if nobody does
     */
    public record Delivery(PurchaseOrder order, @Nullable Waiting waiting) implements Work {}

    /**
     * An order whose goods have no known source.
     *
     * @param update the promise of the next message about it; null once a date is known
     */
    public record Undated(
            Pickup pickup, Reservation goods, @Nullable Promise update) implements Work {}

    /**
     * A parcel that is to be sent or checked in, or that is on its way.
     *
     * @param due the promise that the warehouse works for; null if none is open
     * @param recipient whom it is for; null once nobody needs to know
     */
    public record Sending(
            Parcel parcel,
            Reservation goods,
            @Nullable Promise due,
            @Nullable Contact recipient) implements Work {}

    /** What lies on a shelf and what will come to it. */
    public record Shelf(StockLevel level, List<Incoming> incoming) implements Work {}

    /** An order that waits, and the day that its customer was promised, if there is one. */
    public record Customer(String orderNumber, @Nullable Instant promisedAt) {}

    /**
     * What a change of goods would do to customers.
     *
     * @param served orders that get all their goods
     * @param undated orders that lose their date
     * @param moved orders that get another date
     * @param slipping those of them whose promised day does not hold
     * @param firstAt the first of these days; null for none
     */
    public record Effect(
            int served,
            int undated,
            int moved,
            int slipping,
            @Nullable Instant firstAt) {}

    ReadWarehouse(
            PurchaseOrders orders,
            Pickups pickups,
            Reservations reservations,
            Parcels parcels,
            Contacts contacts,
            StockLevels levels,
            Promises promises,
            PromiseDesk desk) {
        this.orders = orders;
        this.pickups = pickups;
        this.reservations = reservations;
        this.parcels = parcels;
        this.contacts = contacts;
        this.levels = levels;
        this.promises = promises;
        this.desk = desk;
    }

    /** What will come, the next to arrive first. */
    @Transactional
    public List<Delivery> deliveries(@Nullable String pickupPoint, int atMost) {
        return deliveries(orders.page(SupplierScope.ALL, pickupPoint, true, Optional.empty(), atMost));
    }

    private List<Delivery> deliveries(List<PurchaseOrder> found) {
        Map<UUID, Waiting> waiting =
                reservations.waitingFor(found.stream().map(PurchaseOrder::id).toList(), COUNT_MAX);
        return found.stream()
                .map(order -> new Delivery(order, waiting.get(order.id())))
                .toList();
    }

    /** The parcels that can be sent now, what is due first comes first; then those that came back. */
    @Transactional
    public List<Sending> sendings(@Nullable String dispatchPoint, int atMost) {
        return sendings(Stream.concat(
                        parcels.toDispatch(dispatchPoint, atMost).stream(),
                        parcels.toCheckIn(dispatchPoint, atMost).stream())
                .toList());
    }

    private List<Sending> sendings(List<Parcel> found) {
        List<UUID> orderIds = found.stream().map(Parcel::orderId).toList();
        Map<UUID, Reservation> goods = reservations.of(orderIds);
        Map<UUID, Promise> due = promises.of(orderIds).stream()
                .filter(promise -> promise.isOpen() && desk.isOurs(promise))
                .collect(Collectors.toMap(Promise::journeyId, promise -> promise, ReadWarehouse::earlier));
        Map<UUID, Contact> recipients =
                contacts.of(found.stream().map(Parcel::customerId).distinct().toList());
        return found.stream()
                .flatMap(parcel -> Stream.ofNullable(goods.get(parcel.orderId()))
                        .map(reservation -> new Sending(
                                parcel, reservation, due.get(parcel.orderId()), recipients.get(parcel.customerId()))))
                .toList();
    }

    private static Promise earlier(Promise one, Promise other) {
        return one.dueAt().isAfter(other.dueAt()) ? other : one;
    }

    /** Orders without a date, who is promised the next message first comes first. */
    @Transactional
    public List<Undated> undated(@Nullable String pickupPoint, int atMost) {
        return undated(pickups.promised(PromiseKind.NEXT_UPDATE, Desk.WAREHOUSE, pickupPoint, atMost)).stream()
                .filter(work -> work.update() != null && work.goods().supply().state() == Supply.State.UNKNOWN)
                .toList();
    }

    private List<Undated> undated(List<UUID> orderIds) {
        Map<UUID, Reservation> goods = reservations.of(orderIds);
        Map<UUID, Promise> updates = promises.of(orderIds).stream()
                .filter(promise ->
                        promise.isOpen() && promise.kind().equals(PromiseKind.NEXT_UPDATE) && desk.isOurs(promise))
                .collect(Collectors.toMap(Promise::journeyId, promise -> promise, (first, second) -> second));
        return pickups.of(orderIds).stream()
                .flatMap(pickup -> Stream.ofNullable(goods.get(pickup.orderId()))
                        .map(reservation -> new Undated(pickup, reservation, updates.get(pickup.orderId()))))
                .toList();
    }

    /** What stands behind an id of this desk: a purchase order, an order, or a shelf. */
    @Transactional
    public Optional<Work> of(UUID id, @Nullable String pickupPoint) {
        return Stream.of(
                        orders.find(id).stream().flatMap(order -> deliveries(List.of(order)).stream()),
                        sendings(parcels.find(id).stream().toList()).stream(),
                        undated(List.of(id)).stream(),
                        levels.at(id).stream().map(this::shelf))
                .flatMap(found -> found)
                .map(Work.class::cast)
                .filter(work -> pickupPoint == null || pickupPoint.equals(pointOf(work)))
                .findFirst();
    }

    /** What a scanned code may mean: an article on the shelves, an order, or a purchase order. */
    @Transactional
    public List<Work> find(String text, @Nullable String pickupPoint, int atMost) {
        for (String code : ScannedCode.candidates(text)) {
            List<Work> found = Stream.<Stream<? extends Work>>of(
                            levels.page(pickupPoint, code, Optional.empty(), atMost).stream()
                                    .map(this::shelf),
                            sendings(parcels.ofNumber(code).stream().toList()).stream(),
                            pickups.ofNumber(code).stream().flatMap(id -> undated(List.of(id)).stream()))
                    .flatMap(works -> works)
                    .map(Work.class::cast)
                    .filter(work -> pickupPoint == null || pickupPoint.equals(pointOf(work)))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private Shelf shelf(StockLevel level) {
        String sku = level.key().sku();
        return new Shelf(
                level, levels.incoming(level.key().pickupPoint(), List.of(sku)).getOrDefault(sku, List.of()));
    }

    private static String pointOf(Work work) {
        if (work instanceof Delivery delivery) {
            return delivery.order().pickupPoint();
        }
        if (work instanceof Sending sending) {
            return sending.parcel().dispatchPoint();
        }
        return work instanceof Undated undated
                ? undated.pickup().board().pickupPoint()
                : ((Shelf) work).level().key().pickupPoint();
    }

    /** Who waits for a purchase order, in order of who came first. */
    @Transactional
    public List<Customer> waitingFor(UUID purchaseOrderId) {
        List<UUID> orderIds = reservations.waitingFor(purchaseOrderId, WAITING_SHOWN);
        Map<UUID, Instant> promised = promisedDays(orderIds);
        return pickups.of(orderIds).stream()
                .map(pickup -> new Customer(pickup.orderNumber(), promised.get(pickup.orderId())))
                .toList();
    }

    /** What these changes mean for the days that customers were promised. */
    @Transactional
    public Effect effect(List<OrderSupplyChange> changes) {
        Map<UUID, Instant> promised =
                promisedDays(changes.stream().map(OrderSupplyChange::orderId).toList());
        List<Instant> slipping = changes.stream()
                .flatMap(change -> Stream.ofNullable(slipOf(change, promised)))
                .sorted()
                .toList();
        return new Effect(
                count(changes, Supply.State.ON_SHELF),
                count(changes, Supply.State.UNKNOWN),
                count(changes, Supply.State.EXPECTED),
                slipping.size(),
                slipping.isEmpty() ? null : slipping.get(0));
    }

    private static @Nullable Instant slipOf(OrderSupplyChange change, Map<UUID, Instant> promised) {
        Instant expectedAt = change.after().expectedAt();
        Instant day = promised.get(change.orderId());
        return expectedAt != null && day != null && day.isBefore(expectedAt) ? day : null;
    }

    private static int count(List<OrderSupplyChange> changes, Supply.State state) {
        return (int) changes.stream()
                .filter(change -> change.after().state() == state)
                .count();
    }

    private Map<UUID, Instant> promisedDays(List<UUID> orderIds) {
        return promises.of(orderIds).stream()
                .filter(promise -> promise.isOpen() && promise.kind().equals(PromiseKind.PICKUP_READY))
                .collect(Collectors.toMap(Promise::journeyId, Promise::dueAt, (first, second) -> second));
    }

    /** A number that changes when the lists do. */
    @Transactional
    public long revision() {
        return pickups.revision() * 31 + orders.revision();
    }
}
