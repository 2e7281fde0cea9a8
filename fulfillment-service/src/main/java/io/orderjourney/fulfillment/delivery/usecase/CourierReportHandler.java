package io.orderjourney.fulfillment.delivery.usecase;

import io.orderjourney.contracts.CourierReport;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.ParcelStage;
import io.orderjourney.fulfillment.delivery.Parcels;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.Decision;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the courier says of a parcel. A report that was overtaken by a later one changes nothing. */
@ApplicationScoped
public class CourierReportHandler {

    private static final Logger LOG = Logger.getLogger(CourierReportHandler.class);

    private final Parcels parcels;
    private final MoveParcel move;
    private final SyncDeliveryPromises promises;
    private final BusinessClock clock;

    CourierReportHandler(Parcels parcels, MoveParcel move, SyncDeliveryPromises promises, BusinessClock clock) {
        this.parcels = parcels;
        this.move = move;
        this.promises = promises;
        this.clock = clock;
    }

    /**
     * Applies a report.
     *
     * @param etaAt with ETA, and only then
     * @throws Parcel.NotFound if no order of this id is delivered
     * @throws Parcel.Refused if it does not fit where the parcel is
     * @throws Parcel.ImplausibleEta if nobody can mean this time
     */
    @Transactional
    public Parcel report(
            UUID orderId, CourierReport report, @Nullable Instant etaAt, Instant reportedAt, Trigger trigger) {
        return apply(orderId, report, etaAt, reportedAt, trigger);
    }

    /**
     * As {@link #report}, for a report that gets no response: one that does not fit is ignored. As a dead letter it would
     * block the reports that follow it.
     */
    @Transactional
    public void reportUnanswered(
            UUID orderId, CourierReport report, @Nullable Instant etaAt, Instant reportedAt, Trigger trigger) {
        try {
            apply(orderId, report, etaAt, reportedAt, trigger);
        } catch (Parcel.Refused | Parcel.ImplausibleEta refused) {
            LOG.warnf("Ignored %s of parcel %s from %s: %s", report, orderId, trigger.actor(), refused.getMessage());
        }
    }

    private Parcel apply(
            UUID orderId, CourierReport report, @Nullable Instant etaAt, Instant reportedAt, Trigger trigger) {
        Instant now = clock.instant();
        // A courier's clock may be ahead; what it says later must count all the same.
        Instant at = (reportedAt.isAfter(now) ? now : reportedAt).truncatedTo(ChronoUnit.MILLIS);
        Parcel before = move.locked(orderId);
        if (before.knowsBetter(at)) {
            return before;
        }
        String courier = trigger.actor();
        Decision<Parcel> decision = switch (report) {
            case ETA -> before.expectedAt(eta(etaAt), now);
            case OUT_FOR_DELIVERY -> before.outForDelivery(courier, at);
            case DELIVERED -> before.delivered(courier, at);
            case NOT_AT_HOME -> before.notAtHome(courier, at);
            case BROUGHT_BACK -> before.broughtBack(courier, at);
        };
        Parcel after = move.to(before, decision, report + " by " + courier, trigger);
        if (!after.equals(before)) {
            after = after.reported(at);
            parcels.store(after);
            followUp(after, report, etaAt == null ? now : etaAt, trigger);
        }
        return after;
    }

    private static Instant eta(@Nullable Instant etaAt) {
        if (etaAt == null) {
            throw new Parcel.Refused("An ETA says when the parcel will be delivered");
        }
        return etaAt.truncatedTo(ChronoUnit.MILLIS);
    }

    private void followUp(Parcel parcel, CourierReport report, Instant expectedAt, Trigger trigger) {
        if (report == CourierReport.ETA) {
            promises.courierExpects(parcel, expectedAt, trigger);
        } else if (parcel.stage() == ParcelStage.OUT_FOR_DELIVERY) {
            promises.outForDelivery(parcel, trigger);
        } else if (parcel.stage() == ParcelStage.NOT_AT_HOME) {
            promises.customersTurn(parcel, trigger);
        }
    }
}
