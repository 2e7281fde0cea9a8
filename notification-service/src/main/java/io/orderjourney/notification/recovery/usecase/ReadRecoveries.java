package io.orderjourney.notification.recovery.usecase;

import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.notices.Deliveries;
import io.orderjourney.notification.notices.DeliveryState;
import io.orderjourney.notification.recovery.DiscountCode;
import io.orderjourney.notification.recovery.PastFailure;
import io.orderjourney.notification.recovery.Recovery;
import io.orderjourney.notification.recovery.Recovery.Recoveries;
import io.orderjourney.notification.recovery.RecoveryPolicy;
import io.orderjourney.notification.recovery.Remedy;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads recoveries, and whether every part of them happened; sees to codes and the policy. */
@ApplicationScoped
public class ReadRecoveries {

    private final Recoveries recoveries;
    private final DeskTasks tasks;
    private final Deliveries deliveries;
    private final Journeys journeys;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    ReadRecoveries(
            Recoveries recoveries,
            DeskTasks tasks,
            Deliveries deliveries,
            Journeys journeys,
            CurrentTerms terms,
            BusinessClock clock) {
        this.recoveries = recoveries;
        this.tasks = tasks;
        this.deliveries = deliveries;
        this.journeys = journeys;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * A remedy, and whether it happened.
     *
     * @param outcome in words: what the desk wrote, or why it was left out
     */
    public record FoundPart(
            Remedy remedy, boolean done, @Nullable String outcome) {}

    /**
     * A recovery.
     *
     * @param done every part happened
     */
    public record Found(Recovery recovery, @Nullable String orderNumber, List<FoundPart> parts, boolean done) {}

    /** The newest first. */
    @Transactional
    public List<Found> list(Recoveries.@Nullable Place after, int atMost) {
        List<Recovery> all = recoveries.list(after, atMost);
        Map<UUID, Journey> known =
                journeys.find(all.stream().map(Recovery::journeyId).toList());
        return all.stream()
                .map(recovery -> {
                    List<FoundPart> parts =
                            recovery.parts().stream().map(this::found).toList();
                    Journey journey = known.get(recovery.journeyId());
                    return new Found(
                            recovery,
                            journey == null ? null : journey.orderNumber(),
                            parts,
                            parts.stream().allMatch(FoundPart::done));
                })
                .toList();
    }

    /** Whether the shop made up for what it failed in this journey: something was done, and every part of it happened. */
    @Transactional
    public boolean isDone(UUID journeyId) {
        return recoveries
                .findForChange(journeyId)
                .filter(recovery -> recovery.parts().stream().map(this::found).allMatch(FoundPart::done))
                .isPresent();
    }

    /** What was left out is nobody's work any more; the rest counts when a person did it, or the message arrived. */
    private FoundPart found(Recovery.Part part) {
        UUID reference = part.reference();
        if (reference == null) {
            return new FoundPart(part.remedy(), part.leftOut() != null, part.leftOut());
        }
        return switch (part.remedy()) {
            case CALL, GIFT -> {
                DeskTask task = tasks.find(reference).orElse(null);
                yield new FoundPart(
                        part.remedy(), task != null && !task.isOpen(), task == null ? null : task.outcome());
            }
            case MAIL, CODE ->
                new FoundPart(
                        part.remedy(),
                        deliveries.of(reference).stream().anyMatch(one -> one.state() == DeliveryState.DELIVERED),
                        null);
        };
    }

    /** What gifts and codes cost this month, as they were promised. */
    @Transactional
    public long spentThisMonth() {
        return recoveries.spent(
                LocalDate.ofInstant(clock.instant(), terms.get().zone()).withDayOfMonth(1));
    }

    @Transactional
    public RecoveryPolicy policy() {
        return recoveries.policy();
    }

    /** From the next failure on. */
    @Transactional
    public void put(RecoveryPolicy policy, String by) {
        recoveries.put(policy, by, clock.instant());
    }

    /** Who changed the ladder, the newest change first. */
    @Transactional
    public List<Recoveries.Change> changes(int atMost) {
        return recoveries.changes(atMost);
    }

    /** What came back of the codes this month. */
    @Transactional
    public Recoveries.Returns returnsThisMonth() {
        ZoneId zone = terms.get().zone();
        LocalDate month = LocalDate.ofInstant(clock.instant(), zone).withDayOfMonth(1);
        return recoveries.returns(
                month.atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atStartOfDay(zone).toInstant());
    }

    /** A slice of the promises that ended badly, in the order in which they did. */
    @Transactional
    List<PastFailure> pastFailures(Instant since, @Nullable PastFailure after, int atMost) {
        return recoveries.pastFailures(since, after, atMost);
    }

    /** A code that can be used; empty if there is none, or it was used, or is good no more. */
    @Transactional
    public Optional<DiscountCode> goodCode(String code) {
        return recoveries.code(code).filter(known -> known.isGoodAt(clock.instant()));
    }

    /** @return false if the code was used before, or is good no more */
    @Transactional
    public boolean redeem(String code, String orderNumber) {
        return recoveries.redeem(code, orderNumber, clock.instant());
    }
}
