package io.orderjourney.fulfillment.pickup.rest;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.fulfillment.pickup.GateState;
import io.orderjourney.fulfillment.pickup.PartsPolicy;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.rest.PromiseView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pickup; times carry the offset of the shop's zone.
 *
 * @param ready every gate is open
 * @param readiness how often the order became ready
 * @param readyAt when the last gate opened; absent unless ready
 * @param customerNotified the customer was notified that they can come, and it is still true
 * @param creditRefused the bank refused, and the customer has not chosen how to go on
 * @param inParts the customer collects what is here before the rest comes
 * @param slot when the customer is expected; absent before they were notified
 * @param amountDue what the customer pays at the counter with what is handed over next; absent for nothing
 * @param promises the open promises of this service about the order
 * @param end how the journey ended without the goods; absent if it did not
 */
public record PickupView(
        UUID journeyId,
        String orderNumber,
        String pickupPoint,
        PaymentMethod payment,
        OffsetDateTime placedAt,
        List<GateView> gates,
        boolean ready,
        int readiness,
        @Nullable OffsetDateTime readyAt,
        boolean customerNotified,
        boolean creditRefused,
        boolean inParts,
        @Nullable SlotView slot,
        @Nullable Money amountDue,
        List<ReservedGoodsView> lines,
        List<PromiseView> promises,
        @Nullable OffsetDateTime handedOverAt,
        @Nullable String handedOverBy,
        @Nullable JourneyEnd end,
        long version) {

    /**
     * One precondition of the hand-over.
     *
     * @param changedAt when it opened, or closed again; absent if it was never open
     * @param closeReason why it closed again
     */
    public record GateView(
            Gate gate,
            boolean open,
            @Nullable OffsetDateTime changedAt,
            @Nullable String closeReason) {}

    /** When the customer is expected at the counter. */
    public record SlotView(UUID promiseId, OffsetDateTime startsAt, OffsetDateTime endsAt, String told) {}

    /**
     * One item and where its pieces are.
     *
     * @param handedOver the customer has them
     */
    public record ReservedGoodsView(
            String sku, String name, int quantity, int onShelf, boolean handedOver, List<ExpectedView> expected) {}

    /** Pieces on their way. */
    public record ExpectedView(UUID purchaseOrderId, String supplier, int quantity, OffsetDateTime etaAt) {}

    /** @param own the open promises of this service about the order */
    static PickupView of(Pickup pickup, Reservation goods, List<Promise> own, ZoneId zone) {
        return new PickupView(
                pickup.orderId(),
                pickup.orderNumber(),
                pickup.board().pickupPoint(),
                pickup.payment(),
                at(pickup.placedAt(), zone),
                pickup.board().gates().keySet().stream()
                        .sorted()
                        .map(gate -> gate(gate, pickup.board().state(gate), zone))
                        .toList(),
                pickup.board().isReady(),
                pickup.board().readiness(),
                atOrNull(pickup.board().readyAt(), zone),
                pickup.isNotified(),
                pickup.creditRefused(),
                pickup.inParts(),
                slot(own, zone),
                PartsPolicy.amountDue(pickup, goods.supply().parts()),
                goods.lines().stream().map(line -> line(line, zone)).toList(),
                own.stream().map(promise -> PromiseView.of(promise, zone)).toList(),
                atOrNull(pickup.handedOverAt(), zone),
                pickup.handedOverBy(),
                pickup.end(),
                pickup.version());
    }

    private static GateView gate(Gate gate, GateState state, ZoneId zone) {
        Instant since = state.closedAt() == null ? state.openedAt() : state.closedAt();
        return new GateView(gate, state.isOpen(), atOrNull(since, zone), state.closeReason());
    }

    private static @Nullable SlotView slot(List<Promise> own, ZoneId zone) {
        return own.stream()
                .filter(promise -> promise.kind().equals(PromiseKind.PICKUP_SLOT))
                .findFirst()
                .map(promise -> new SlotView(
                        promise.id(), at(promise.anchorAt(), zone), at(promise.dueAt(), zone), promise.told()))
                .orElse(null);
    }

    private static ReservedGoodsView line(ReservedLine line, ZoneId zone) {
        return new ReservedGoodsView(
                line.sku(),
                line.name(),
                line.quantity(),
                line.onShelf(),
                line.handedOver(),
                line.claims().stream()
                        .map(claim -> new ExpectedView(
                                claim.purchaseOrderId(), claim.supplier(), claim.pieces(), at(claim.etaAt(), zone)))
                        .toList());
    }

    private static OffsetDateTime at(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }

    private static @Nullable OffsetDateTime atOrNull(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : at(at, zone);
    }
}
