package io.orderjourney.order.orders.db;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.order.orders.Order;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer_order}. */
@Entity
@Table(name = "customer_order")
class OrderRow {

    @Id
    UUID id;

    String number;

    @Column(name = "customer_id")
    UUID customerId;

    String language;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    PaymentMethod payment;

    @Column(name = "pickup_point")
    String pickupPoint;

    @Column(name = "total_minor")
    long totalMinor;

    String currency;

    @Nullable
    @Column(name = "offer_id")
    UUID offerId;

    @Nullable
    @Column(name = "offer_ready_by")
    Instant offerReadyBy;

    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(name = "offer_precision", columnDefinition = "text")
    Precision offerPrecision;

    @Nullable
    @Column(name = "offered_at")
    Instant offeredAt;

    @Column(name = "placed_at")
    Instant placedAt;

    @Column(name = "call_attempts")
    int callAttempts;

    @Nullable
    @Column(name = "confirmed_by")
    String confirmedBy;

    @Nullable
    @Column(name = "confirmed_at")
    Instant confirmedAt;

    @Nullable
    @Column(name = "completed_at")
    Instant completedAt;

    long version;

    @ElementCollection
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "place")
    List<OrderLineRow> lines = new ArrayList<>();

    /** The row of a new order, with what never changes. */
    static OrderRow of(Order order) {
        OrderRow row = new OrderRow();
        row.id = order.id();
        row.number = order.number();
        row.customerId = order.customerId();
        row.language = order.language();
        row.payment = order.payment();
        row.pickupPoint = order.pickupPoint();
        row.totalMinor = order.total().amountMinor();
        row.currency = order.total().currency();
        PickupOffer offer = order.pickupOffer();
        if (offer != null) {
            row.offerId = offer.offerId();
            row.offerReadyBy = offer.readyBy();
            row.offerPrecision = offer.precision();
            row.offeredAt = offer.offeredAt();
        }
        row.placedAt = order.placedAt();
        order.lines().forEach(line -> row.lines.add(OrderLineRow.of(line)));
        row.take(order);
        return row;
    }

    /** Takes over what happens to an order. */
    void take(Order order) {
        callAttempts = order.callAttempts();
        confirmedBy = order.confirmedBy();
        confirmedAt = order.confirmedAt();
        completedAt = order.completedAt();
        version = order.version();
    }

    Order toOrder() {
        return new Order(
                id,
                number,
                customerId,
                language,
                payment,
                pickupPoint,
                lines.stream().map(line -> line.toLine(currency)).toList(),
                new Money(totalMinor, currency),
                pickupOffer(),
                placedAt,
                callAttempts,
                confirmedBy,
                confirmedAt,
                completedAt,
                version);
    }

    private @Nullable PickupOffer pickupOffer() {
        return offerId == null || offerReadyBy == null || offerPrecision == null || offeredAt == null
                ? null
                : new PickupOffer(offerId, offerReadyBy, offerPrecision, offeredAt);
    }
}
