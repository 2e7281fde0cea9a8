package io.orderjourney.journeytests.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the topics say about one promise, and when its customer had each new date in hand. */
final class PromiseFacts {

    private static final Set<String> CUSTOMERS_OWN = Set.of("CUSTOMER_ASKED", "CUSTOMER_DID_NOT_COME");

    /**
     * A date that was said.
     *
     * @param anchorAt the time around which the customer arranges his day
     * @param reason why it took the place of another one; empty for the first
     */
    record Date(Instant anchorAt, Instant dueAt, String reason, boolean bySystem) {

        /** When the customer must have heard of {@code next} at the latest, believing in this date. */
        Instant latestWordAt(Date next) {
            return CUSTOMERS_OWN.contains(next.reason()) ? dueAt : anchorAt;
        }
    }

    /** A date in the customer's hand. */
    record InHand(int revision, String noticeId, Instant at) {}

    final String id;
    final String journeyId;
    final String kind;
    final Instant firstPromisedAt;
    final TreeMap<Integer, Date> dates = new TreeMap<>();
    final List<InHand> inHand = new ArrayList<>();

    /** Beginnings of agreed times at which the customer was not there, as only he and the outsider know. */
    final Set<Instant> missedByCustomer = new HashSet<>();

    @Nullable
    Instant keptAt;

    @Nullable
    Instant withdrawnAt;

    boolean declaredMissed;

    PromiseFacts(String id, String journeyId, String kind, Instant firstPromisedAt, Instant anchorAt) {
        this.id = id;
        this.journeyId = journeyId;
        this.kind = kind;
        this.firstPromisedAt = firstPromisedAt;
        dates.put(0, new Date(anchorAt, firstPromisedAt, "", false));
    }

    /** A date of the system takes the place of the owner's at the same revision; nothing else does. */
    void rescheduled(int revision, Date date, Instant rescheduledAt) {
        Date before = dates.get(revision);
        if (before == null || (date.bySystem() && !before.bySystem())) {
            dates.put(revision, date);
            if (date.reason().equals("CUSTOMER_ASKED")) {
                // Who names a time himself need not be told of it.
                inHand.add(new InHand(revision, "", rescheduledAt));
            }
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

    /** How it ended, counted against what the customer believed at each moment. */
    Ending ending(Instant now) {
        if (endAt(now).isAfter(believedLast().dueAt())) {
            return Ending.MISSED_UNANNOUNCED;
        }
        if (isToldLate(Set.of())) {
            return Ending.RESCHEDULED_LATE;
        }
        if (withdrawnAt != null) {
            return Ending.WITHDRAWN;
        }
        Instant kept = keptAt;
        if (kept == null) {
            return revision() == 0 ? Ending.OPEN : Ending.OPEN_RESCHEDULED;
        }
        return kept.isAfter(firstPromisedAt) ? Ending.RESCHEDULED_WITH_NOTICE : Ending.KEPT_ON_TIME;
    }

    /**
     * Whether a customer who did his part heard of a new date only after he had arranged his day around the old one. Of an
     * appointment that he missed himself he hears while it is still open: the shop cannot know before that he is not coming.
     */
    boolean isToldLateToWhoCame() {
        return isToldLate(missedByCustomer);
    }

    private boolean isToldLate(Set<Instant> missed) {
        Date believed = dates.firstEntry().getValue();
        boolean late = false;
        for (InHand said : inHandInOrder()) {
            Date date = dates.get(said.revision());
            if (date != null) {
                Instant latestAt =
                        missed.contains(believed.anchorAt()) ? believed.dueAt() : believed.latestWordAt(date);
                late |= said.at().isAfter(latestAt);
                believed = date;
            }
        }
        return late;
    }

    private Date believedLast() {
        Date believed = dates.firstEntry().getValue();
        for (InHand said : inHandInOrder()) {
            believed = dates.getOrDefault(said.revision(), believed);
        }
        return believed;
    }

    /** The earliest copy of each announced date, over all channels. */
    private List<InHand> inHandInOrder() {
        TreeMap<Integer, InHand> first = new TreeMap<>();
        for (InHand said : inHand) {
            first.merge(said.revision(), said, (one, other) -> one.at().isAfter(other.at()) ? other : one);
        }
        return List.copyOf(first.values());
    }

    @Override
    public String toString() {
        return kind + " " + id + " of journey " + journeyId + ", dates " + dates + ", in hand " + inHand + ", kept "
                + keptAt + ", withdrawn " + withdrawnAt;
    }
}
