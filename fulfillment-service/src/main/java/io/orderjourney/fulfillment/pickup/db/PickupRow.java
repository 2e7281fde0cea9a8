package io.orderjourney.fulfillment.pickup.db;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.fulfillment.pickup.GateBoard;
import io.orderjourney.fulfillment.pickup.GateState;
import io.orderjourney.fulfillment.pickup.Pickup;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code pickup}. */
@Entity
@Table(name = "pickup")
class PickupRow {

    @Id
    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "order_number")
    String orderNumber;

    @Column(name = "customer_id")
    UUID customerId;

    String language;

    @Enumerated(EnumType.STRING)
    PaymentMethod payment;

    @Nullable
    @Column(name = "total_minor")
    Long totalMinor;

    @Nullable
    @Column(name = "rest_minor")
    Long restMinor;

    @Nullable
    String currency;

    @Column(name = "pickup_point")
    String pickupPoint;

    @Column(name = "placed_at")
    Instant placedAt;

    int readiness;

    @Column(name = "credit_refused")
    boolean creditRefused;

    @Column(name = "in_parts")
    boolean inParts;

    @Column(name = "notified_readiness")
    int notifiedReadiness;

    @Column(name = "extended_readiness")
    int extendedReadiness;

    @Nullable
    @Column(name = "handed_over_at")
    Instant handedOverAt;

    @Nullable
    @Column(name = "handed_over_by")
    String handedOverBy;

    @Nullable
    @Column(name = "journey_end")
    @Enumerated(EnumType.STRING)
    JourneyEnd end;

    long version;

    Pickup pickup(Collection<PickupGateRow> gateRows) {
        Map<Gate, GateState> gates = new EnumMap<>(Gate.class);
        gateRows.forEach(row -> gates.put(row.gate, row.state()));
        return new Pickup(
                orderId,
                orderNumber,
                customerId,
                language,
                payment,
                money(totalMinor),
                placedAt,
                new GateBoard(pickupPoint, gates, readiness),
                money(restMinor),
                creditRefused,
                inParts,
                notifiedReadiness,
                extendedReadiness,
                handedOverAt,
                handedOverBy,
                end,
                version);
    }

    private @Nullable Money money(@Nullable Long amountMinor) {
        return amountMinor == null || currency == null ? null : new Money(amountMinor, currency);
    }

    void write(Pickup pickup) {
        Money total = pickup.total();
        totalMinor = total == null ? null : total.amountMinor();
        currency = total == null ? null : total.currency();
        Money rest = pickup.rest();
        restMinor = rest == null ? null : rest.amountMinor();
        orderId = pickup.orderId();
        orderNumber = pickup.orderNumber();
        customerId = pickup.customerId();
        language = pickup.language();
        payment = pickup.payment();
        pickupPoint = pickup.board().pickupPoint();
        placedAt = pickup.placedAt();
        readiness = pickup.board().readiness();
        creditRefused = pickup.creditRefused();
        inParts = pickup.inParts();
        notifiedReadiness = pickup.notifiedReadiness();
        extendedReadiness = pickup.extendedReadiness();
        handedOverAt = pickup.handedOverAt();
        handedOverBy = pickup.handedOverBy();
        end = pickup.end();
        version = pickup.version();
    }
}
