package io.orderjourney.order.inquiries;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.RepairOutcome;
import io.orderjourney.contracts.RepairReport;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that a customer brought back, and that a workshop repairs. What the workshop says of it is an estimate; that it is
 * back, only the shop says, which has it in its hands.
 *
 * @param sku stock keeping unit of the order's line
 * @param article what the order calls it
 * @param workshop name of the partner
 * @param underWarranty whether the repair costs the customer nothing
 * @param outcome what follows from the diagnosis; null until it is known
 * @param reportedAt of the workshop's latest report; null before the first
 * @param backAt when the shop checked it in again, or gave the repair up; null until then
 */
public record Repair(
        String sku,
        String article,
        String workshop,
        boolean underWarranty,
        @Nullable RepairOutcome outcome,
        @Nullable Instant reportedAt,
        @Nullable Instant backAt) {

    /** Further ahead no workshop plans; a time beyond it is a slip of the pen. */
    static final Duration ETA_MAX = Duration.ofDays(180);

    /** An article that left for the workshop. */
    public static Repair begun(String sku, String article, String workshop, boolean underWarranty) {
        return new Repair(sku, article, workshop, underWarranty, null, null, null);
    }

    /** What the customer waits for now. */
    public PromiseKind step() {
        return outcome == null ? PromiseKind.REPAIR_DIAGNOSIS : PromiseKind.REPAIR_DONE;
    }

    /** Whether a report of this time was overtaken by a later one. */
    public boolean knowsBetter(Instant at) {
        return reportedAt != null && at.isBefore(reportedAt);
    }

    /**
     * The repair after a report.
     *
     * @param found with DIAGNOSED, and only then
     * @param etaAt with ETA always; with the others if it is known
     * @throws Refused if the report does not fit where the article is, or names a time that it cannot mean
     */
    public Repair reported(
            RepairReport report, @Nullable RepairOutcome found, @Nullable Instant etaAt, Instant at, Instant now) {
        requireAway();
        if ((report == RepairReport.DIAGNOSED) != (found != null)) {
            throw new Refused("An outcome belongs to DIAGNOSED, and to nothing else");
        }
        if (report == RepairReport.ETA && etaAt == null) {
            throw new Refused("An ETA names a time");
        }
        if (etaAt != null && (etaAt.isBefore(at) || etaAt.isAfter(now.plus(ETA_MAX)))) {
            throw new Refused("The time is in the past, or further ahead than any repair takes");
        }
        if (report == RepairReport.DIAGNOSED && outcome != null) {
            throw new Refused("The article is diagnosed: " + outcome);
        }
        if (report == RepairReport.SENT_BACK && outcome == null) {
            throw new Refused("The article is not diagnosed, so it is not sent back");
        }
        return new Repair(sku, article, workshop, underWarranty, found == null ? outcome : found, at, null);
    }

    /**
     * The repair when the shop has the article in its hands again.
     *
     * @throws Refused if it has it already, or was never told what was wrong with it
     */
    public Repair back(Instant at) {
        requireAway();
        if (outcome == null) {
            throw new Refused("The article is not diagnosed: say first what was found");
        }
        return new Repair(sku, article, workshop, underWarranty, outcome, reportedAt, at);
    }

    /**
     * The repair when nothing comes of it: the customer gets something else.
     *
     * @throws Refused if the article is back already
     */
    public Repair givenUp(Instant at) {
        requireAway();
        return new Repair(sku, article, workshop, underWarranty, outcome, reportedAt, at);
    }

    private void requireAway() {
        if (backAt != null) {
            throw new Refused("The article is back since " + backAt);
        }
    }

    /** A report or a step that does not fit where the article is. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /** The order has no such article, or there is no such order: only what was bought here is repaired here. */
    public static final class NotBoughtHere extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Names neither: a sender could guess orders by it. */
        public NotBoughtHere() {
            super("No order of this number has this article");
        }
    }
}
