package io.orderjourney.order.answercard;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.credit.AgreementSigned;
import io.orderjourney.contracts.credit.ApplicationSubmitted;
import io.orderjourney.contracts.credit.BankPapersAnnounced;
import io.orderjourney.contracts.credit.BankPapersCheckedIn;
import io.orderjourney.contracts.credit.BankPapersSearchStarted;
import io.orderjourney.contracts.credit.CreditApproved;
import io.orderjourney.contracts.credit.CreditRefused;
import io.orderjourney.contracts.credit.ExpertCheckedIn;
import io.orderjourney.contracts.credit.PapersStatus;
import io.orderjourney.contracts.credit.SigningAppointmentBooked;
import io.orderjourney.contracts.fulfillment.GateClosed;
import io.orderjourney.contracts.fulfillment.GateOpened;
import io.orderjourney.contracts.fulfillment.GoodsHandedOver;
import io.orderjourney.contracts.fulfillment.ParcelDelivered;
import io.orderjourney.contracts.fulfillment.ParcelDispatched;
import io.orderjourney.contracts.fulfillment.PartHandedOver;
import io.orderjourney.contracts.fulfillment.ReadinessWithdrawn;
import io.orderjourney.contracts.fulfillment.ReadyForPickup;
import io.orderjourney.contracts.orders.ChaseLogged;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.OrderChanged;
import io.orderjourney.contracts.orders.OrderConfirmed;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.orders.PaymentChanged;
import io.orderjourney.contracts.promises.PromiseWithdrawn;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a journey stands, read from its facts alone. The same facts give the same answer in whatever order they arrived,
 * and however often.
 */
public final class JourneyProjection {

    /**
     * One precondition of handing the goods over.
     *
     * @param changedAt when it was opened or closed; null as long as nothing is known of it
     * @param closeReason why it was closed again
     */
    public record GateState(
            Gate gate,
            boolean open,
            @Nullable Instant changedAt,
            @Nullable String closeReason) {}

    /**
     * When and where the customer signs.
     *
     * @param expertCheckedInAt when the expert checked in; null before
     */
    public record Appointment(
            String pickupPoint,
            String expertId,
            Instant startsAt,
            Instant endsAt,
            @Nullable Instant expertCheckedInAt) {}

    /**
     * Where the bank's papers are.
     *
     * @param lastSeen in words, while they are missing
     */
    public record Papers(
            PapersPlace place, Instant changedAt, @Nullable String lastSeen) {}

    /** What is known of the bank's papers. */
    public enum PapersPlace {
        /** The bank sent them. */
        SENT,
        /** The bank reports them delivered; the pickup point has not checked them in. */
        REPORTED_DELIVERED,
        /** They should be at the pickup point and are not; somebody searches for them. */
        MISSING,
        /** They lie at the pickup point. */
        CHECKED_IN
    }

    private final OrderPlaced order;
    private final Map<Gate, GateState> gates = new EnumMap<>(Gate.class);
    private final Set<Stage> reached = EnumSet.of(Stage.PLACED);
    private final GoodsStatus goods = new GoodsStatus();
    private @Nullable Appointment appointment;
    private @Nullable Papers papers;
    private @Nullable JourneyEnd end;
    private PaymentMethod payment;
    private Instant changedAt = Instant.MIN;
    private int chases;

    private JourneyProjection(OrderPlaced order) {
        this.order = order;
        this.payment = order.payment();
        List<Gate> toPass = order.byCourier() ? List.<Gate>of() : gatesOf(payment);
        toPass.forEach(gate -> gates.put(gate, new GateState(gate, false, null, null)));
        if (payment == PaymentMethod.PREPAID) {
            reached.add(Stage.CONFIRMED);
        }
    }

    /** The gates that an order has to pass at the counter; they follow from how it is paid. */
    static List<Gate> gatesOf(PaymentMethod payment) {
        return switch (payment) {
            case CREDIT -> List.of(Gate.values());
            case ON_PICKUP -> List.of(Gate.ORDER_CONFIRMED, Gate.GOODS_AT_PICKUP_POINT);
            case PREPAID -> List.of(Gate.GOODS_AT_PICKUP_POINT);
        };
    }

    /** @return empty as long as nothing is known of an order */
    public static Optional<JourneyProjection> of(List<JourneyFact> facts) {
        return facts.stream()
                .map(JourneyFact::data)
                .filter(OrderPlaced.class::isInstance)
                .map(OrderPlaced.class::cast)
                .findFirst()
                .map(JourneyProjection::new)
                .map(journey -> {
                    facts.stream().sorted(JourneyFact.IN_ORDER).forEach(journey::apply);
                    return journey;
                });
    }

    public OrderPlaced order() {
        return order;
    }

    /** How the customer pays, as they chose last. */
    public PaymentMethod payment() {
        return payment;
    }

    /** The last milestone, or the end; a milestone that was taken back does not count. */
    public Stage stage() {
        if (end != null) {
            return Stage.of(end);
        }
        return reached.stream().max(Enum::compareTo).orElse(Stage.PLACED);
    }

    public boolean isOpen() {
        return end == null && !reached.contains(Stage.COMPLETED);
    }

    /** In the order in which they usually open. */
    public List<GateState> gates() {
        return List.copyOf(gates.values());
    }

    public GoodsStatus.Location location() {
        return goods.location();
    }

    /** The agreed time for the signature; null before and after. */
    public @Nullable Appointment appointment() {
        return appointment;
    }

    /** Where the bank's papers are; null before anything is known. */
    public @Nullable Papers papers() {
        return papers;
    }

    /** How often the customer had to ask. */
    public int chases() {
        return chases;
    }

    /** When the last fact happened. */
    public Instant changedAt() {
        return changedAt;
    }

    private void apply(JourneyFact fact) {
        Object data = fact.data();
        goods.apply(data);
        applyMilestone(data);
        applyGate(data);
        applyAppointment(data);
        applyPapers(data);
        chases += data instanceof ChaseLogged ? 1 : 0;
        changedAt = fact.occurredAt();
    }

    private void applyMilestone(Object data) {
        if (data instanceof OrderConfirmed) {
            reached.add(Stage.CONFIRMED);
        } else if (data instanceof ApplicationSubmitted) {
            reached.add(Stage.SUBMITTED);
        } else if (data instanceof CreditApproved) {
            // The bank's later decision takes the place of the earlier one.
            reached.remove(Stage.REFUSED);
            reached.add(Stage.APPROVED);
        } else if (data instanceof CreditRefused) {
            reached.remove(Stage.APPROVED);
            reached.add(Stage.REFUSED);
        } else if (data instanceof AgreementSigned) {
            reached.add(Stage.SIGNED);
        } else if (data instanceof ReadyForPickup) {
            reached.add(Stage.READY);
        } else if (data instanceof ReadinessWithdrawn || data instanceof PartHandedOver) {
            reached.remove(Stage.READY);
        } else if (data instanceof ParcelDispatched) {
            reached.add(Stage.DISPATCHED);
        } else if (data instanceof GoodsHandedOver || data instanceof ParcelDelivered) {
            reached.add(Stage.COMPLETED);
        } else if (data instanceof JourneyEnded ended) {
            end = ended.end();
        } else if (data instanceof OrderChanged changed && changed.reason() == ReasonCode.CUSTOMER_DID_NOT_COME) {
            reached.remove(Stage.READY);
        } else if (data instanceof PaymentChanged changed) {
            apply(changed);
        }
    }

    /** What was reached on the way to a credit that nobody needs any more counts no longer. */
    private void apply(PaymentChanged changed) {
        payment = changed.payment();
        gates.keySet().retainAll(gatesOf(payment));
        if (payment != PaymentMethod.CREDIT) {
            reached.removeAll(Set.of(Stage.SUBMITTED, Stage.APPROVED, Stage.REFUSED, Stage.SIGNED));
            appointment = null;
            papers = null;
        }
    }

    private void applyGate(Object data) {
        if (data instanceof GateOpened opened && gates.containsKey(opened.gate())) {
            gates.put(opened.gate(), new GateState(opened.gate(), true, opened.openedAt(), null));
        } else if (data instanceof GateClosed closed && gates.containsKey(closed.gate())) {
            gates.put(closed.gate(), new GateState(closed.gate(), false, closed.closedAt(), closed.why()));
        }
    }

    private void applyAppointment(Object data) {
        if (data instanceof SigningAppointmentBooked booked) {
            appointment =
                    new Appointment(booked.pickupPoint(), booked.expertId(), booked.startsAt(), booked.endsAt(), null);
        } else if (data instanceof ExpertCheckedIn in && appointment != null) {
            boolean sameTime = appointment.startsAt().equals(in.startsAt());
            appointment = sameTime
                    ? new Appointment(
                            appointment.pickupPoint(),
                            in.expertId(),
                            appointment.startsAt(),
                            appointment.endsAt(),
                            in.checkedInAt())
                    : appointment;
        } else if (data instanceof AgreementSigned || isWithdrawn(data, PromiseKind.SIGNING_APPOINTMENT)) {
            appointment = null;
        }
    }

    private static boolean isWithdrawn(Object data, PromiseKind kind) {
        return data instanceof PromiseWithdrawn withdrawn && withdrawn.kind().equals(kind);
    }

    private void applyPapers(Object data) {
        if (data instanceof BankPapersAnnounced announced) {
            PapersPlace place =
                    announced.status() == PapersStatus.SENT ? PapersPlace.SENT : PapersPlace.REPORTED_DELIVERED;
            papers = new Papers(place, announced.announcedAt(), null);
        } else if (data instanceof BankPapersSearchStarted search) {
            papers = new Papers(PapersPlace.MISSING, search.startedAt(), search.lastSeen());
        } else if (data instanceof BankPapersCheckedIn in) {
            papers = new Papers(PapersPlace.CHECKED_IN, in.checkedInAt(), null);
        }
    }
}
