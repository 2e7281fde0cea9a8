package io.orderjourney.fulfillment.delivery;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.fulfillment.DeliveryAttemptFailed;
import io.orderjourney.contracts.fulfillment.ParcelBroughtBack;
import io.orderjourney.contracts.fulfillment.ParcelDelivered;
import io.orderjourney.contracts.fulfillment.ParcelDispatched;
import io.orderjourney.contracts.fulfillment.ParcelOutForDelivery;
import io.orderjourney.contracts.fulfillment.ParcelRecalled;
import io.orderjourney.contracts.fulfillment.ParcelReturned;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way to the customer's address. What it reports twice changes nothing the second time; what does not fit
 * where it is, is refused, naming both.
 *
 * @param orderId also the id of the journey, and the number on the label
 * @param orderNumber the number that people use
 * @param language of the customer, BCP 47
 * @param dispatchPoint code of the warehouse that sends it
 * @param stage where it is, as known here
 * @param stageAt since when
 * @param attempts how often the courier came and met nobody
 * @param etaAt when the courier expects to deliver it; null as long as it did not say
 * @param reportedAt when the courier reported last; null before
 * @param end how the journey ended before the customer had the goods; null if it did not
 * @param version counts the changes
 */
public record Parcel(
        UUID orderId,
        String orderNumber,
        UUID customerId,
        String language,
        String dispatchPoint,
        Instant placedAt,
        ParcelStage stage,
        Instant stageAt,
        int attempts,
        @Nullable Instant etaAt,
        @Nullable Instant reportedAt,
        @Nullable JourneyEnd end,
        long version) {

    /** An ETA further ahead than this is a typing mistake. */
    public static final Duration ETA_AHEAD_MAX = Duration.ofDays(60);

    /** No order of this id is delivered. */
    public static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotFound(UUID orderId) {
            super("There is no parcel of an order " + orderId);
        }
    }

    /** The request does not fit where the parcel is; the message names both. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }
    }

    /** A time that nobody can mean. */
    public static final class ImplausibleEta extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ImplausibleEta() {
            super("An ETA lies ahead, and at most " + ETA_AHEAD_MAX.toDays() + " days");
        }
    }

    /** An order as it comes: its parcel has to be packed. */
    public static Parcel placed(
            UUID orderId,
            String orderNumber,
            UUID customerId,
            String language,
            String dispatchPoint,
            Instant placedAt) {
        return new Parcel(
                orderId,
                orderNumber,
                customerId,
                language,
                dispatchPoint,
                placedAt,
                ParcelStage.PREPARING,
                placedAt,
                0,
                null,
                null,
                null,
                1);
    }

    public boolean isClosed() {
        return stage.isClosed();
    }

    /** Whether the courier said something later than this: its reports may overtake each other. */
    public boolean knowsBetter(Instant reported) {
        return reportedAt != null && reported.isBefore(reportedAt);
    }

    /**
     * The warehouse hands it to the courier.
     *
     * @param complete whether all its goods are on the shelf
     * @param addressed whether it is known where it goes
     * @throws Refused if it left before, its goods are not all there, or nobody knows where it goes
     */
    public Decision<Parcel> dispatched(boolean complete, boolean addressed, String by, Instant at) {
        if (stage != ParcelStage.PREPARING) {
            throw refused("be dispatched");
        }
        if (!complete) {
            throw new Refused("The parcel cannot be dispatched: not all goods of the order are on the shelf");
        }
        if (!addressed) {
            throw new Refused("The parcel cannot be dispatched: its address is not known");
        }
        return moved(
                ParcelStage.DISPATCHED,
                at,
                new Fact<>(EventTypes.PARCEL_DISPATCHED, new ParcelDispatched(dispatchPoint, by, at)));
    }

    /**
     * The courier expects to deliver it at this time.
     *
     * @throws Refused unless it is on its way to the customer
     * @throws ImplausibleEta if nobody can mean this time
     */
    public Decision<Parcel> expectedAt(Instant eta, Instant now) {
        requireOnTheWay("be expected");
        if (eta.isBefore(now.minus(Duration.ofHours(1))) || eta.isAfter(now.plus(ETA_AHEAD_MAX))) {
            throw new ImplausibleEta();
        }
        return Decision.quiet(with(stage, stageAt, attempts, eta, end));
    }

    /** @throws Refused unless it is on its way to the customer */
    public Decision<Parcel> outForDelivery(String courier, Instant at) {
        if (stage == ParcelStage.OUT_FOR_DELIVERY) {
            return Decision.unchanged(this);
        }
        requireOnTheWay("be out for delivery");
        return moved(
                ParcelStage.OUT_FOR_DELIVERY,
                at,
                new Fact<>(EventTypes.PARCEL_OUT_FOR_DELIVERY, new ParcelOutForDelivery(courier, at)));
    }

    /**
     * The customer holds it. A courier who was to bring it back may have met them all the same.
     *
     * @throws Refused if the courier does not have it
     */
    public Decision<Parcel> delivered(String courier, Instant at) {
        if (stage == ParcelStage.DELIVERED) {
            return Decision.unchanged(this);
        }
        requireWithCourier("be delivered");
        return moved(
                ParcelStage.DELIVERED, at, new Fact<>(EventTypes.PARCEL_DELIVERED, new ParcelDelivered(courier, at)));
    }

    /**
     * The courier came and met nobody.
     *
     * @throws Refused unless it is on its way to the customer
     */
    public Decision<Parcel> notAtHome(String courier, Instant at) {
        if (stage == ParcelStage.NOT_AT_HOME) {
            return Decision.unchanged(this);
        }
        requireOnTheWay("miss the customer");
        Parcel after = with(ParcelStage.NOT_AT_HOME, at, attempts + 1, null, end);
        return new Decision<>(
                after,
                List.of(new Fact<>(
                        EventTypes.DELIVERY_ATTEMPT_FAILED, new DeliveryAttemptFailed(courier, after.attempts, at))));
    }

    /** The customer chose no other day as long as the shop waited; if they acted meanwhile, nothing changes. */
    public Decision<Parcel> notChosen(Instant at) {
        return stage == ParcelStage.NOT_AT_HOME
                ? recalled("the customer chose no other day", at, end)
                : Decision.unchanged(this);
    }

    /** The journey ended without the goods: what has not left stays, and what is on its way comes back. */
    public Decision<Parcel> ended(JourneyEnd how, Instant at) {
        if (stage == ParcelStage.PREPARING) {
            return Decision.quiet(with(ParcelStage.CANCELLED, at, attempts, null, how));
        }
        if (stage.isOnTheWay()) {
            return recalled("the journey ended: " + how, at, how);
        }
        boolean comesBack = stage == ParcelStage.RETURNING || stage == ParcelStage.BROUGHT_BACK;
        return comesBack && end == null
                ? Decision.quiet(with(stage, stageAt, attempts, etaAt, how))
                : Decision.unchanged(this);
    }

    /**
     * The courier says that it is back at the shop. That is an estimate: the goods count once the warehouse has them in hand.
     *
     * @throws Refused if the courier does not have it
     */
    public Decision<Parcel> broughtBack(String courier, Instant at) {
        if (stage == ParcelStage.BROUGHT_BACK) {
            return Decision.unchanged(this);
        }
        requireWithCourier("be brought back");
        return moved(
                ParcelStage.BROUGHT_BACK,
                at,
                new Fact<>(EventTypes.PARCEL_BROUGHT_BACK, new ParcelBroughtBack(courier, at)));
    }

    /**
     * The warehouse has it in hand again, and its goods can be sold.
     *
     * @throws Refused if it is not on its way back
     */
    public Decision<Parcel> checkedIn(String by, Instant at) {
        if (stage != ParcelStage.BROUGHT_BACK && stage != ParcelStage.RETURNING) {
            throw refused("be checked in");
        }
        return moved(
                ParcelStage.RETURNED,
                at,
                new Fact<>(EventTypes.PARCEL_RETURNED, new ParcelReturned(dispatchPoint, by, at)));
    }

    /** The parcel after a report of this time. */
    public Parcel reported(Instant at) {
        return new Parcel(
                orderId,
                orderNumber,
                customerId,
                language,
                dispatchPoint,
                placedAt,
                stage,
                stageAt,
                attempts,
                etaAt,
                at,
                end,
                version);
    }

    private Decision<Parcel> recalled(String why, Instant at, @Nullable JourneyEnd how) {
        return new Decision<>(
                with(ParcelStage.RETURNING, at, attempts, null, how),
                List.of(new Fact<>(EventTypes.PARCEL_RECALLED, new ParcelRecalled(why, at))));
    }

    private void requireOnTheWay(String wanted) {
        if (!stage.isOnTheWay()) {
            throw refused(wanted);
        }
    }

    private void requireWithCourier(String wanted) {
        if (!stage.isOnTheWay() && stage != ParcelStage.RETURNING) {
            throw refused(wanted);
        }
    }

    private Refused refused(String wanted) {
        return new Refused("A parcel that is " + stage + " cannot " + wanted);
    }

    private Decision<Parcel> moved(ParcelStage to, Instant at, Fact<?> fact) {
        return new Decision<>(with(to, at, attempts, etaAt, end), List.of(fact));
    }

    private Parcel with(
            ParcelStage newStage,
            Instant at,
            int newAttempts,
            @Nullable Instant newEtaAt,
            @Nullable JourneyEnd newEnd) {
        return new Parcel(
                orderId,
                orderNumber,
                customerId,
                language,
                dispatchPoint,
                placedAt,
                newStage,
                at,
                newAttempts,
                newEtaAt,
                reportedAt,
                newEnd,
                version + 1);
    }
}
