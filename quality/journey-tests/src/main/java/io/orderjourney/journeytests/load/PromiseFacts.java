package io.orderjourney.journeytests.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the topics say about one promise, and when its customer received each new date. */
final class PromiseFacts {

    private static final Set<String> CUSTOMERS_OWN = Set.of("CUSTOMER_ASKED", "CUSTOMER_DID_NOT_COME");
    /** No delay of the shop's: the customer wished it, or was not there. */
    private static final Set<String> NO_FAULT =
            Set.of("CUSTOMER_ASKED", "CUSTOMER_DID_NOT_COME", "CUSTOMER_NOT_REACHED");

    /** From the last look at whether a message is still true to the moment at which this program has seen it. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(20);

    /**
     * A promised date.
     *
     * @param anchorAt the time around which the customer arranges their day
     * @param reason why it took the place of another one; empty for the first
     * @param madeAt when it was promised
     */
    record Date(Instant anchorAt, Instant dueAt, String reason, boolean bySystem, Instant madeAt) {

        /** The latest time at which the customer must hear of {@code next} while this date is the last one confirmed. */
        Instant latestNoticeAt(Date next) {
            return CUSTOMERS_OWN.contains(next.reason()) ? dueAt : anchorAt;
        }
    }

    /** A new date that reached the customer. */
    record Announcement(int revision, String noticeId, Instant at) {}

    final String id;
    final String journeyId;
    final String kind;
    final Instant firstPromisedAt;
    final TreeMap<Integer, Date> dates = new TreeMap<>();
    final List<Announcement> announcements = new ArrayList<>();

    /** Beginnings of agreed times at which the customer was not there, as only the customer and this program know. */
    final Set<Instant> missedByCustomer = new HashSet<>();

    /** The kinds of promises that it waits for. */
    final Set<String> waitsFor = new HashSet<>();

    /** Since when it waited for its customer, each time; also when what it waits for did. */
    final List<Instant> pausedAt = new ArrayList<>();

    /** When the customer had the next update in hand that took the place of a date that could not be given. */
    @Nullable
    Instant nextUpdateAt;

    @Nullable
    Instant keptAt;

    @Nullable
    Instant withdrawnAt;

    boolean declaredMissed;

    PromiseFacts(String id, String journeyId, String kind, Instant firstPromisedAt, Instant anchorAt, Instant madeAt) {
        this.id = id;
        this.journeyId = journeyId;
        this.kind = kind;
        this.firstPromisedAt = firstPromisedAt;
        dates.put(0, new Date(anchorAt, firstPromisedAt, "", false, madeAt));
    }

    /** A date of the system takes the place of the owner's at the same revision; nothing else does. */
    void rescheduled(int revision, Date date) {
        Date before = dates.get(revision);
        if (before == null || (date.bySystem() && !before.bySystem())) {
            dates.put(revision, date);
            if (date.reason().equals("CUSTOMER_ASKED")) {
                // A customer who names a time needs no notice of it.
                announcements.add(new Announcement(revision, "", date.madeAt()));
            }
        }
    }

    /** A next update reached the customer: where the dates before were told in time, it is notice of the one that was not given. */
    void nextUpdate(Instant at) {
        boolean allTold = dates.size() > 1
                && dates.keySet().stream()
                        .filter(revision -> revision > 0)
                        .allMatch(revision -> announcements.stream()
                                .anyMatch(told -> told.revision() >= revision
                                        && !told.at().isAfter(at)));
        if (nextUpdateAt == null && allTold && endAt(at.plusSeconds(1)).isAfter(at)) {
            nextUpdateAt = at;
        }
    }

    boolean isOpen() {
        return keptAt == null && withdrawnAt == null;
    }

    Instant dueAt() {
        return dates.lastEntry().getValue().dueAt();
    }

    int revision() {
        return dates.lastKey();
    }

    /** When it ended; {@code now} while it is open. */
    Instant endAt(Instant now) {
        Instant kept = keptAt;
        Instant withdrawn = withdrawnAt;
        return kept != null ? kept : withdrawn != null ? withdrawn : now;
    }

    /** How it ended, counted against the last date confirmed at each moment. */
    Outcome outcome(Instant now) {
        Date lastConfirmed = lastConfirmedDate();
        if (endAt(now).isAfter(lastConfirmed.dueAt()) && binds(lastConfirmed, lastConfirmed.dueAt())) {
            return Outcome.MISSED_UNANNOUNCED;
        }
        if (isAnnouncedLate(Set.of())) {
            return Outcome.RESCHEDULED_LATE;
        }
        if (withdrawnAt != null) {
            return Outcome.WITHDRAWN;
        }
        Instant kept = keptAt;
        if (kept == null) {
            return revision() == 0 ? Outcome.OPEN : Outcome.OPEN_RESCHEDULED;
        }
        return kept.isAfter(firstPromisedAt) ? Outcome.RESCHEDULED_WITH_NOTICE : Outcome.KEPT_ON_TIME;
    }

    /**
     * Whether a customer who came heard of a new date only after arranging the day around the old one. Of an
     * appointment that the customer missed, they hear while it is still open: the shop cannot know earlier.
     */
    boolean isAnnouncedLateForAttendingCustomer() {
        return isAnnouncedLate(missedByCustomer);
    }

    /**
     * Whether an apology for this new date, read at this time, is for a failure of the shop: the date is later than the one
     * before, not by the customer's doing, and the promise was not kept or taken back long before the message came.
     */
    boolean isShopsFault(int revision, Instant readAt) {
        Date date = dates.get(revision);
        Map.Entry<Integer, Date> before = dates.lowerEntry(revision);
        if (date == null || before == null || NO_FAULT.contains(date.reason())) {
            return false;
        }
        Date last = before.getValue();
        boolean waitedForCustomer =
                pausedAt.stream().anyMatch(at -> !at.isBefore(last.madeAt()) && !at.isAfter(date.madeAt()));
        return !waitedForCustomer
                && !missedByCustomer.contains(last.anchorAt())
                && !endAt(readAt).isBefore(readAt.minus(ON_ITS_WAY));
    }

    private boolean isAnnouncedLate(Set<Instant> missed) {
        Date lastConfirmed = dates.firstEntry().getValue();
        boolean late = false;
        for (Announcement announcement : announcementsInOrder()) {
            Date date = dates.get(announcement.revision());
            if (date != null) {
                Instant latestAt = missed.contains(lastConfirmed.anchorAt())
                        ? lastConfirmed.dueAt()
                        : lastConfirmed.latestNoticeAt(date);
                late |= announcement.at().isAfter(latestAt) && binds(lastConfirmed, latestAt);
                lastConfirmed = date;
            }
        }
        return late;
    }

    /** Whether the shop was still bound by a date at this instant: its customer's turn and a next update release it. */
    private boolean binds(Date date, Instant at) {
        Instant update = nextUpdateAt;
        return (update == null || update.isAfter(at))
                && pausedAt.stream().noneMatch(paused -> !paused.isBefore(date.madeAt()) && !paused.isAfter(at));
    }

    private Date lastConfirmedDate() {
        Date lastConfirmed = dates.firstEntry().getValue();
        for (Announcement announcement : announcementsInOrder()) {
            lastConfirmed = dates.getOrDefault(announcement.revision(), lastConfirmed);
        }
        return lastConfirmed;
    }

    /** The earliest copy of each announced date, over all channels. */
    private List<Announcement> announcementsInOrder() {
        TreeMap<Integer, Announcement> first = new TreeMap<>();
        for (Announcement announcement : announcements) {
            first.merge(
                    announcement.revision(),
                    announcement,
                    (one, other) -> one.at().isAfter(other.at()) ? other : one);
        }
        return List.copyOf(first.values());
    }

    @Override
    public String toString() {
        return kind + " " + id + " of journey " + journeyId + ", dates " + dates + ", announced " + announcements
                + ", kept " + keptAt + ", withdrawn " + withdrawnAt;
    }
}
