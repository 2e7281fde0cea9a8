package io.orderjourney.notification.notices.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.fulfillment.PartsChanged;
import io.orderjourney.contracts.orders.LineChange;
import io.orderjourney.messaging.TraceContexts;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.NoticePlan;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.SendTimePolicy;
import io.orderjourney.notification.notices.UntoldChanges;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * News for the customers of many journeys. What is planned for them is read when the first of it is asked for, and written at
 * the end, in as many statements for two hundred journeys as for one. Made by {@link NoticePlanner#batch}.
 */
public final class NewsBatch {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Notices notices;
    private final Journeys journeys;
    private final Contacts contacts;
    private final Set<UUID> journeyIds;
    private final ShopTerms terms;
    private final Instant now;
    private final Map<UUID, NoticePlan> plans = new HashMap<>();
    private @Nullable Known known;

    private record Known(Map<UUID, Journey> journeys, Map<UUID, ZoneId> zones, Map<UUID, List<Notice>> notices) {}

    NewsBatch(
            Notices notices,
            Journeys journeys,
            Contacts contacts,
            Collection<UUID> journeyIds,
            ShopTerms terms,
            Instant now) {
        this.notices = notices;
        this.journeys = journeys;
        this.contacts = contacts;
        this.journeyIds = Set.copyOf(journeyIds);
        this.terms = terms;
        this.now = now;
    }

    /** Plans one message for this change, or adds it to one of the same customer that has not left yet. */
    public void announce(DateChange change) {
        of(change.journeyId()).announce(change, sendAfter(change.journeyId(), null, change.notifyBefore()));
    }

    /** Plans news; several pieces within the merge window become one message. */
    public void tell(UUID journeyId, NoticeSubject subject) {
        of(journeyId).tell(subject, sendAfter(journeyId, subject, null));
    }

    /** Plans news that must be there before this time. */
    public void tellBefore(UUID journeyId, NoticeSubject subject, Instant before) {
        of(journeyId).tell(subject, sendAfter(journeyId, subject, before));
    }

    /** Every gate is open. */
    public void ready(UUID journeyId, int readiness) {
        notices.readiness(journeyId, readiness, true);
        of(journeyId).ready(readiness, sendAfter(journeyId, NoticeSubject.READY_FOR_PICKUP, null));
    }

    /** A gate closed again. A customer who was told to come is stopped at once. */
    public void readinessWithdrawn(UUID journeyId, int readiness) {
        notices.readiness(journeyId, readiness, false);
        of(journeyId).readinessWithdrawn(sendAfter(journeyId, NoticeSubject.READINESS_WITHDRAWN, null));
    }

    /** The customer changed their order; what they were not told of earlier changes is told together with it. */
    public void orderChanged(UUID journeyId, List<LineChange> changes, ReasonCode reason) {
        if (reason == ReasonCode.CUSTOMER_DID_NOT_COME) {
            partNotCollected(journeyId, changes);
            return;
        }
        boolean untold = of(journeyId)
                .openBatch()
                .filter(notice -> notice.tells(NoticeSubject.ORDER_CHANGED))
                .isPresent();
        List<LineChange> all = untold ? UntoldChanges.together(journeys.lineChanges(journeyId), changes) : changes;
        journeys.lineChanges(journeyId, all);
        if (all.isEmpty()) {
            of(journeyId).forget(NoticeSubject.ORDER_CHANGED);
        } else {
            tell(journeyId, NoticeSubject.ORDER_CHANGED);
        }
    }

    /** Some goods are free again: who was invited for them is invited again when the rest is here. */
    private void partNotCollected(UUID journeyId, List<LineChange> changes) {
        notices.readyNow(journeyId).ifPresent(readiness -> notices.readiness(journeyId, readiness, false));
        of(journeyId).forget(NoticeSubject.READY_FOR_PICKUP);
        journeys.lineChanges(journeyId, changes);
        tell(journeyId, NoticeSubject.PART_NOT_COLLECTED);
    }

    /** Some goods are here and others are not: the customer is asked once, or told what they chose. */
    public void partsChanged(UUID journeyId, PartsChanged parts) {
        boolean split = !parts.here().isEmpty() && !parts.coming().isEmpty();
        if (split && !parts.inParts()) {
            tell(journeyId, NoticeSubject.PARTS_OFFERED);
            return;
        }
        of(journeyId).forget(NoticeSubject.PARTS_OFFERED);
        if (split && parts.handedOver().isEmpty()) {
            tell(journeyId, NoticeSubject.PARTS_AGREED);
        }
    }

    /** The customer has what was ready; they are invited again when the rest is. */
    public void partHandedOver(UUID journeyId, int readiness) {
        notices.readiness(journeyId, readiness, false);
        of(journeyId).forget(NoticeSubject.READY_FOR_PICKUP);
        tell(journeyId, NoticeSubject.PART_HANDED_OVER);
    }

    /** What the customer asked for is there: that they will be told is not said any more. */
    public void backInStock(UUID journeyId) {
        of(journeyId).forget(NoticeSubject.STOCK_ALERT_RECEIVED);
        tell(journeyId, NoticeSubject.BACK_IN_STOCK);
    }

    /** The goods are not there after all: that they arrived is not told any more. */
    public void goodsMissing(UUID journeyId) {
        of(journeyId).forget(NoticeSubject.STOCK_ARRIVED);
    }

    /**
     * Whether the customer cannot know the date of this promise yet: the message that will be the first to name it has not
     * left. What is promised with the order itself, they read in the shop.
     */
    public boolean isUntold(Promise promise) {
        boolean withTheOrder = Optional.ofNullable(known().journeys().get(promise.journeyId()))
                .map(journey -> !promise.madeAt().isAfter(journey.openedAt()))
                .orElse(true);
        NoticePlan plan = of(promise.journeyId());
        return !withTheOrder
                && plan.openBatch()
                        .filter(notice -> !notice.subjects().isEmpty())
                        .isPresent()
                && plan.left().noneMatch(notice -> !notice.sendAfter().isBefore(promise.madeAt()));
    }

    /** Whether news of this kind, planned at this time or later, left for the customer. */
    public boolean hasLeft(UUID journeyId, NoticeSubject subject, Instant since) {
        return of(journeyId)
                .left()
                .anyMatch(notice -> notice.tells(subject)
                        && notice.freeText() == null
                        && !notice.sendAfter().isBefore(since));
    }

    /** Writes what was planned. */
    public void write() {
        if (!plans.isEmpty()) {
            notices.store(plans.values());
        }
    }

    private NoticePlan of(UUID journeyId) {
        Known read = known();
        return plans.computeIfAbsent(
                journeyId,
                id -> new NoticePlan(
                        id, read.notices().getOrDefault(id, List.of()), IDS::generate, TraceContexts::current, now));
    }

    private Known known() {
        Known read = known;
        if (read == null) {
            Map<UUID, Journey> found = journeys.find(journeyIds);
            Set<UUID> customers =
                    found.values().stream().map(Journey::customerId).collect(Collectors.toSet());
            read = new Known(
                    found,
                    contacts.zones(customers),
                    notices.ofForChange(journeyIds).stream().collect(Collectors.groupingBy(Notice::journeyId)));
            known = read;
        }
        return read;
    }

    private Instant sendAfter(UUID journeyId, @Nullable NoticeSubject subject, @Nullable Instant before) {
        Journey journey = known().journeys().get(journeyId);
        ZoneId zone = journey == null ? terms.zone() : known().zones().getOrDefault(journey.customerId(), terms.zone());
        return SendTimePolicy.sendAfter(now, subject, before, terms, zone);
    }
}
