package io.orderjourney.notification.ledger;

import io.orderjourney.contracts.Desk;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How promises ended. Every call joins the running transaction. */
public interface Scores {

    /** Records how these promises ended; recording one again corrects it. */
    void record(Collection<EndedPromise> ended);

    /** The scores of all groups, for promises that were first promised for a time of this period. */
    List<Score> of(Score.By by, Instant from, Instant until);

    /**
     * Which ended promises are wanted; what is absent does not matter.
     *
     * @param group with {@code by}: only those of this group
     * @param kept whether they were kept or withdrawn
     * @param from first promised for this time or later
     * @param until first promised for an earlier time
     */
    record Filter(
            @Nullable Desk desk,
            @Nullable LedgerStatus status,
            @Nullable Boolean kept,
            Score.@Nullable By by,
            @Nullable String group,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** A place in the list of ended promises. */
    record Place(Instant endedAt, UUID promiseId, UUID journeyId) {}

    /**
     * Ended promises, the one that ended last first.
     *
     * @param after the place of the last one seen; absent for the beginning
     */
    List<Place> ended(Filter filter, @Nullable Place after, int atMost);
}
