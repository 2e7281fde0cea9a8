package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.sources.SourceFreshness;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What decides about some messages, read for all of them at once by {@link NoticeValidator}.
 *
 * @param ready the readiness that holds now, by journey
 * @param promises all of each journey
 * @param announced the latest revision that the customer was told or is being told, by promise
 * @param journeys those that are known
 * @param doubtful promises that are probably kept later, each by when its customer hears for certain
 * @param undated promises whose date was given up, and that have no other yet
 * @param contacts of customers
 * @param zones of customers, as far as they differ from the shop's
 * @param openTasks by their ids
 * @param watch the service that promises next updates for want of anything else
 */
record NoticeFacts(
        Map<UUID, Integer> ready,
        Map<UUID, List<Promise>> promises,
        Map<UUID, Integer> announced,
        Map<UUID, Journey> journeys,
        Map<UUID, Instant> doubtful,
        Set<UUID> undated,
        Map<UUID, CustomerContact> contacts,
        Map<UUID, ZoneId> zones,
        SourceFreshness news,
        Map<UUID, DeskTask> openTasks,
        String watch,
        ZoneId shop) {

    /** What a desk's next update waits for. */
    private static final Set<PromiseKind> GIVEN_DATES = Set.of(PromiseKind.PICKUP_READY, PromiseKind.BACK_IN_STOCK);

    /** What is kept by telling that the goods are ready. */
    private static final Set<PromiseKind> READINESS = Set.of(PromiseKind.PICKUP_READY, PromiseKind.REST_READY);

    /** What of a message is still valid. */
    Notice stillValid(Notice notice) {
        Journey journey = journeys.get(notice.journeyId());
        Notice told = doubtful(notice).isEmpty() ? notice.without(NoticeSubject.PROBABLY_LATER) : notice;
        return told.stillValid(
                ready.get(notice.journeyId()),
                owesUpdate(notice.journeyId()),
                promisesOf(notice).stream().anyMatch(promise -> promise.isOpen() && promise.isWaiting()),
                journey != null && !journey.isOpen(),
                change -> binds(change, promisesOf(notice)) && isLatest(change));
    }

    /** The open promises of this journey that are probably kept later. */
    List<Promise> doubtful(Notice notice) {
        return promisesOf(notice).stream()
                .filter(promise -> promise.isOpen() && !promise.isWaiting() && doubtful.containsKey(promise.id()))
                .toList();
    }

    List<Promise> promisesOf(Notice notice) {
        return promises.getOrDefault(notice.journeyId(), List.of());
    }

    Optional<Journey> journeyOf(Notice notice) {
        return Optional.ofNullable(journeys.get(notice.journeyId()));
    }

    /** Absent if the customer is unknown here or was erased. */
    Optional<CustomerContact> contactOf(Notice notice) {
        return Optional.ofNullable(notice.customerId()).map(contacts::get);
    }

    /** The time zone of the customer's quiet hours: the shop's zone until their own is known. */
    ZoneId zoneOf(Notice notice) {
        return journeyOf(notice).map(Journey::customerId).map(zones::get).orElse(shop);
    }

    /** Whether too little is known just now of a service that may have changed what it says; the trip guard never waits. */
    boolean mustWaitForNews(Notice notice) {
        return notice.restsOnNews()
                && !news.isAllFresh()
                && promisesOf(notice).stream().anyMatch(promise -> promise.isOpen() && !news.isFresh(promise.owner()));
    }

    /** Whether it invites a customer who wishes to cancel, which is not settled. */
    boolean mustWaitForCancellation(Notice notice) {
        return !notice.invitations().isEmpty()
                && journeyOf(notice)
                        .map(Journey::cancellationTaskId)
                        .map(openTasks::get)
                        .isPresent();
    }

    /** Whether the watch still owes a next update, and nothing else is promised in this journey. */
    private boolean owesUpdate(UUID journeyId) {
        List<Promise> open = promises.getOrDefault(journeyId, List.of()).stream()
                .filter(Promise::isOpen)
                .toList();
        return open.stream()
                .anyMatch(promise -> promise.owner().equals(watch)
                        && promise.kind().equals(PromiseKind.NEXT_UPDATE)
                        && !isKeptByNaming(promise, open));
    }

    /**
     * Whether a message that names these promises is itself the update. The watch promises one where nothing else is promised,
     * or in the place of a date that was given up, so that any promise of another service replaces it once all have a date;
     * another desk's one waits for the pickup day.
     */
    boolean isKeptByNaming(Promise update, Collection<Promise> named) {
        boolean ofWatch = update.owner().equals(watch);
        return update.kind().equals(PromiseKind.NEXT_UPDATE)
                && !(ofWatch && hasUndated(update.journeyId()))
                && named.stream()
                        .anyMatch(promise -> ofWatch
                                ? !promise.owner().equals(watch)
                                : GIVEN_DATES.contains(promise.kind())
                                        && !promise.madeAt().isBefore(update.madeAt()));
    }

    /**
     * Whether this message was the update, now that its customer has it: it names what came instead, or it is itself what had no
     * date any more. Its owner hears later that the goods are ready, and keeps that promise then.
     */
    boolean isKeptByTelling(Notice notice, Promise update, Collection<Promise> named) {
        if (!notice.tells(NoticeSubject.READY_FOR_PICKUP) || !update.owner().equals(watch)) {
            return isKeptByNaming(update, named);
        }
        return update.kind().equals(PromiseKind.NEXT_UPDATE)
                && promisesOf(notice).stream()
                        .noneMatch(promise -> undated.contains(promise.id()) && !READINESS.contains(promise.kind()));
    }

    private boolean hasUndated(UUID journeyId) {
        return promises.getOrDefault(journeyId, List.of()).stream().anyMatch(promise -> undated.contains(promise.id()));
    }

    private static boolean binds(DateChange change, List<Promise> ofJourney) {
        return ofJourney.stream()
                .filter(promise -> promise.id().equals(change.promiseId()))
                .anyMatch(promise -> promise.isOpen() && !promise.isWaiting() && isDateOf(promise, change));
    }

    /** The customer's own word may have replaced the date of this very revision. */
    private static boolean isDateOf(Promise promise, DateChange change) {
        return promise.revision() != change.revision() || promise.dueAt().equals(change.dueAt());
    }

    /** A message that waited for its channel must not bring an older date after a newer one. */
    private boolean isLatest(DateChange change) {
        return change.revision() >= announced.getOrDefault(change.promiseId(), 0);
    }
}
