package io.orderjourney.order.orders.db;

import io.orderjourney.contracts.DeliveryMethod;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Progress;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
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

/** A row of {@code customer_order}, which {@link NewOrders} has inserted. */
@Entity
@Table(name = "customer_order")
class OrderRow {

    @Id
    @Column(name = "journey_id")
    UUID journeyId;

    @Column(name = "order_number")
    String number;

    @Column(name = "customer_id")
    UUID customerId;

    String language;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    PaymentMethod payment;

    @Enumerated(EnumType.STRING)
    @Column(name = "delivery_method", columnDefinition = "text")
    DeliveryMethod deliveryMethod;

    @Column(name = "pickup_point")
    String pickupPoint;

    @Column(name = "total_minor")
    long totalMinor;

    String currency;

    @Nullable
    @Column(name = "offer_id")
    UUID offerId;

    @Nullable
    @Column(name = "offer_due_at")
    Instant offerDueAt;

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

    @Column(name = "unanswered_calls")
    int unansweredCalls;

    @Nullable
    @Column(name = "confirmed_by")
    String confirmedBy;

    @Nullable
    @Column(name = "confirmed_at")
    Instant confirmedAt;

    @Nullable
    @Column(name = "approved_minor")
    Long approvedMinor;

    @Nullable
    @Column(name = "asked_minor")
    Long askedMinor;

    @Column(name = "agreement_signed")
    boolean agreementSigned;

    @Enumerated(EnumType.STRING)
    @Column(name = "goods_stage", columnDefinition = "text")
    Progress.Goods goodsStage;

    /** SKUs, with a space between them. */
    @Nullable
    @Column(name = "part_here")
    String partHere;

    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(name = "journey_end", columnDefinition = "text")
    JourneyEnd journeyEnd;

    @Nullable
    @Column(name = "ended_at")
    Instant endedAt;

    long version;

    @ElementCollection
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "journey_id"))
    @OrderColumn(name = "line_number")
    List<Line> lines = new ArrayList<>();

    /** Stores what may change about an order. */
    void update(Order order) {
        payment = order.payment();
        totalMinor = order.total().amountMinor();
        if (!orderLines().equals(order.lines())) {
            lines.clear();
            order.lines().forEach(line -> lines.add(Line.of(line)));
        }
        callAttempts = order.callAttempts();
        unansweredCalls = order.unansweredCalls();
        confirmedBy = order.confirmedBy();
        confirmedAt = order.confirmedAt();
        Money approved = order.approved();
        approvedMinor = approved == null ? null : approved.amountMinor();
        Money asked = order.progress().asked();
        askedMinor = asked == null ? null : asked.amountMinor();
        agreementSigned = order.progress().agreementSigned();
        goodsStage = order.progress().goods();
        List<String> here = order.progress().partHere();
        partHere = here.isEmpty() ? null : String.join(" ", here);
        JourneyEnded ended = order.ended();
        journeyEnd = ended == null ? null : ended.end();
        endedAt = ended == null ? null : ended.endedAt();
        version = order.version();
    }

    Order toOrder() {
        return new Order(
                journeyId,
                number,
                customerId,
                language,
                payment,
                deliveryMethod,
                pickupPoint,
                orderLines(),
                new Money(totalMinor, currency),
                pickupOffer(),
                placedAt,
                callAttempts,
                unansweredCalls,
                confirmedBy,
                confirmedAt,
                approvedMinor == null ? null : new Money(approvedMinor, currency),
                new Progress(
                        askedMinor == null ? null : new Money(askedMinor, currency),
                        agreementSigned,
                        goodsStage,
                        partHere == null ? List.of() : List.of(partHere.split(" "))),
                journeyEnd == null || endedAt == null ? null : new JourneyEnded(journeyEnd, endedAt),
                version);
    }

    private List<OrderLine> orderLines() {
        return lines.stream().map(line -> line.toLine(currency)).toList();
    }

    private @Nullable PickupOffer pickupOffer() {
        return offerId == null || offerDueAt == null || offerPrecision == null || offeredAt == null
                ? null
                : new PickupOffer(offerId, offerDueAt, offerPrecision, offeredAt);
    }

    /** One line of an order; its currency is the order's. */
    @Embeddable
    static class Line {

        String sku;

        String name;

        int quantity;

        @Column(name = "unit_price_minor")
        long unitPriceMinor;

        static Line of(OrderLine line) {
            Line row = new Line();
            row.sku = line.sku();
            row.name = line.name();
            row.quantity = line.quantity();
            row.unitPriceMinor = line.unitPrice().amountMinor();
            return row;
        }

        OrderLine toLine(String currency) {
            return new OrderLine(sku, name, quantity, new Money(unitPriceMinor, currency));
        }
    }
}
