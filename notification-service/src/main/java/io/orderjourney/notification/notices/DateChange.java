package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise has another date than the customer believes.
 *
 * @param revision the revision of the promise that is to be told
 * @param told the promise in words, as it stands at this revision: every attempt and copy says the same
 * @param firstPromisedAt the due time first said
 * @param believedDueAt the due time the customer believes in now
 * @param believedAnchorAt the instant he arranges his day around: start of the window he believes in, or believedDueAt;
 *     he must hear before it
 * @param windowStartAt start of the new window, with precision WINDOW
 * @param reason for choosing blame-free words; absent if unknown
 */
public record DateChange(
        UUID promiseId,
        UUID journeyId,
        PromiseKind kind,
        int revision,
        String told,
        Instant firstPromisedAt,
        Instant believedDueAt,
        Instant believedAnchorAt,
        Precision precision,
        @Nullable Instant windowStartAt,
        Instant dueAt,
        @Nullable ReasonCode reason) {

    /** How the new date looks to the customer. */
    public enum Turn {
        /** Later than he believes, or an agreed time that he must rearrange: he gets an apology. */
        DELAY,
        /** Any other time than he believes, because he asked for it. */
        AGREED,
        /** Not later than first promised, after he was told of a delay. */
        BACK_ON_TRACK,
        /** Sooner than he believes. */
        EARLIER
    }

    public Turn turn() {
        if (reason == ReasonCode.CUSTOMER_ASKED) {
            return Turn.AGREED;
        }
        if (windowStartAt != null || dueAt.isAfter(believedDueAt)) {
            return Turn.DELAY;
        }
        boolean wasDelayed = believedDueAt.isAfter(firstPromisedAt);
        return wasDelayed && !dueAt.isAfter(firstPromisedAt) ? Turn.BACK_ON_TRACK : Turn.EARLIER;
    }

    /** The customer gets an apology. */
    public boolean isDelay() {
        return turn() == Turn.DELAY;
    }

    /** The instant before which he must hear: the earlier of the times he believes in and shall believe in. */
    public Instant hearBefore() {
        return anchorAt().isBefore(believedAnchorAt) ? anchorAt() : believedAnchorAt;
    }

    /** The instant he will arrange his day around. */
    public Instant anchorAt() {
        return windowStartAt == null ? dueAt : windowStartAt;
    }

    /** The same news for somebody who never heard of the date in between. */
    DateChange since(DateChange unheard) {
        return new DateChange(
                promiseId,
                journeyId,
                kind,
                revision,
                told,
                firstPromisedAt,
                unheard.believedDueAt,
                unheard.believedAnchorAt,
                precision,
                windowStartAt,
                dueAt,
                reason);
    }

    /** It says what the customer believes anyway. */
    boolean isNoNews() {
        return dueAt.equals(believedDueAt) && anchorAt().equals(believedAnchorAt);
    }
}
