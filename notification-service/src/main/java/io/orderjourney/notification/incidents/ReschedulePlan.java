package io.orderjourney.notification.incidents;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * New dates for everything that an incident puts in danger. The promises are gathered first, in slices; then it shows how many
 * would go to which day, and changes nothing; when a manager confirms it, it is carried out, in slices again.
 *
 * @param from the first day that takes any
 * @param perDayMax no day takes more promises of this desk
 * @param gathered what was found
 * @param gatheredAt when all were found
 * @param progress what was carried out
 */
public record ReschedulePlan(
        UUID id,
        UUID incidentId,
        LocalDate from,
        Map<Desk, Integer> perDayMax,
        Instant plannedAt,
        String plannedBy,
        Gathered gathered,
        @Nullable Instant gatheredAt,
        Progress progress) {

    public ReschedulePlan {
        perDayMax = Map.copyOf(perDayMax);
    }

    /**
     * What was found.
     *
     * @param last the place of the last open promise that was looked at; absent at the beginning
     */
    public record Gathered(int promises, AffectedPromise.@Nullable Place last) {

        public static final Gathered NOTHING = new Gathered(0, null);
    }

    /**
     * What was carried out.
     *
     * @param rescheduled how many promises have their new date
     * @param leftAlone how many changed meanwhile, or can be kept as they are
     */
    public record Progress(
            @Nullable Instant confirmedAt,
            @Nullable String confirmedBy,
            int rescheduled,
            int leftAlone,
            @Nullable Instant finishedAt) {

        public static final Progress NONE = new Progress(null, null, 0, 0, null);
    }

    /** How a plan stands. */
    public enum State {
        /** What is in danger is being gathered. */
        GATHERING,
        /** It shows what would happen; nothing has. */
        READY,
        /** It is being carried out. */
        RUNNING,
        DONE
    }

    public State state() {
        if (progress.finishedAt != null) {
            return State.DONE;
        }
        if (progress.confirmedAt != null) {
            return State.RUNNING;
        }
        return gatheredAt == null ? State.GATHERING : State.READY;
    }

    /** Why the dates of promises change in an incident of this kind. */
    public static ReasonCode reasonOf(IncidentKind kind) {
        return switch (kind) {
            case SUPPLIER_LATE -> ReasonCode.SUPPLIER_LATE;
            case COURIER_STRIKE -> ReasonCode.COURIER_LATE;
            case BANK_DOWN -> ReasonCode.BANK_LATE;
            case SHOP_DOWN, MAIL_DOWN, PHONES_DOWN, OWN_ERROR -> ReasonCode.POLICY;
        };
    }

    /** The stored plans of new dates. Every call joins the running transaction. */
    public interface ReschedulePlans {

        void add(ReschedulePlan plan);

        /** The latest plan of an incident. */
        Optional<ReschedulePlan> latest(UUID incidentId);

        /** As {@link #latest}, locked until this transaction ends. */
        Optional<ReschedulePlan> latestForChange(UUID incidentId);

        /** A plan with work left that nobody else is at; locked. */
        Optional<ReschedulePlan> takeUnfinished();

        /** How many plans have work left. */
        long unfinished();

        /**
         * Adds what was found to a plan.
         *
         * @param last the place of the last open promise that was looked at
         */
        void gathered(ReschedulePlan plan, List<AffectedPromise> found, AffectedPromise.Place last);

        /** How many promises of each desk are in the plan, by the day for which they were due. */
        Map<Desk, Map<LocalDate, Long>> counts(UUID planId);

        /** Everything was found; this is where it would go. */
        void ready(ReschedulePlan plan, List<DayPlan.Day> days, Instant at);

        List<DayPlan.Day> days(UUID planId);

        void confirm(ReschedulePlan plan, String by, Instant at);

        /** The next promises to be carried out, with all others of the same journeys: news of one order is one message. */
        List<PlannedMove> next(UUID planId, int atMost);

        /** These have their new dates, those stay as they are; both are done. */
        void done(ReschedulePlan plan, Collection<PlannedMove> rescheduled, Collection<PlannedMove> leftAlone);

        void finished(ReschedulePlan plan, Instant at);
    }
}
