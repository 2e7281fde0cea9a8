package io.orderjourney.journeytests.load;

import java.time.Instant;
import java.util.ArrayList;
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

    @Nullable
    Instant keptAt;

    @Nullable
    Instant withdrawnAt;

    boolean declaredBroken;

    PromiseFacts(String id, String journeyId, String kind, Instant firstPromisedAt, Instant anchorAt) {
        this.id = id;
        this.journeyId = journeyId;
        this.kind = kind;
        this.firstPromisedAt = firstPromisedAt;
        dates.put(0, new Date(anchorAt, firstPromisedAt, "", false));
    }

    /** A date of the system takes the place of the owner's at the same revision; nothing else does. */
    void moved(int revision, Date date, Instant movedAt) {
        Date before = dates.get(revision);
        if (before == null || (date.bySystem() && !before.bySystem())) {
            dates.put(revision, date);
            if (date.reason().equals("CUSTOMER_ASKED")) {
                // Who names a time himself need not be told of it.
                inHand.add(new InHand(revision, "", movedAt));
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
        Date believed = dates.firstEntry().getValue();
        boolean late = false;
        for (InHand said : inHandInOrder()) {
            Date date = dates.get(said.revision());
            if (date != null) {
                late |= said.at().isAfter(believed.latestWordAt(date));
                believed = date;
            }
        }
        if (endAt(now).isAfter(believed.dueAt())) {
            return Ending.SILENTLY_BROKEN;
        }
        if (late) {
            return Ending.MOVED_LATE;
        }
        if (withdrawnAt != null) {
            return Ending.WITHDRAWN;
        }
        Instant kept = keptAt;
        if (kept == null) {
            return revision() == 0 ? Ending.OPEN : Ending.OPEN_MOVED;
        }
        return kept.isAfter(firstPromisedAt) ? Ending.MOVED_WITH_NOTICE : Ending.KEPT_ON_TIME;
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
