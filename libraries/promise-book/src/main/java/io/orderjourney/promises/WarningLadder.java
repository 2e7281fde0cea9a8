package io.orderjourney.promises;

import io.orderjourney.contracts.Rung;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * When the rungs of the warning ladder are reached: nudge the desk, ask it for a new date, at the latest useful time of
 * the customer's channel let the system speak, and dueAt itself. A desk that acts in time never sees the later rungs.
 */
public final class WarningLadder {

    /** Between asking the desk and speaking over its head it has at least this long to answer. */
    static final Duration TIME_TO_ANSWER = Duration.ofMinutes(15);

    private static final int OVERRUN_SHARE_OF_WINDOW = 4;

    private WarningLadder() {}

    /** A rung and the instant it is reached. */
    public record RungAt(Rung rung, Instant at) {}

    /**
     * The rungs of an open promise as it stands, in the order of time; some may lie in the past.
     *
     * @param customerZone where the customer's night is reckoned
     */
    public static List<RungAt> of(Promise promise, ShopTerms terms, ZoneId customerZone) {
        KindPolicy policy = terms.kind(promise.kind());
        BusinessCalendar calendar = terms.calendar(promise.desk());
        QuietHours night = terms.nightIn(customerZone);
        List<RungAt> rungs = new ArrayList<>();
        boolean window = promise.windowStartAt() != null;
        if (!window || policy.needsAssurance()) {
            Instant anchorAt = promise.anchorAt();
            Duration handling = window ? Duration.ZERO : policy.handling();
            Instant lastWordAt = night.latestAwakeAtOrBefore(anchorAt.minus(policy.lastWord()));
            Instant askAt =
                    earlier(calendar.minus(anchorAt, policy.ask().plus(handling)), lastWordAt.minus(TIME_TO_ANSWER));
            Instant nudgeAt = earlier(calendar.minus(anchorAt, policy.nudge().plus(handling)), askAt);
            rungs.add(new RungAt(Rung.NUDGE, nudgeAt));
            rungs.add(new RungAt(Rung.ASK, askAt));
            rungs.add(new RungAt(Rung.LAST_WORD, lastWordAt));
        }
        if (window) {
            rungs.add(new RungAt(Rung.OVERRUN, overrunAt(promise, policy, night)));
        }
        rungs.add(new RungAt(Rung.DUE, promise.dueAt()));
        return rungs;
    }

    private static Instant overrunAt(Promise promise, KindPolicy policy, QuietHours night) {
        Duration quarter = Duration.between(promise.anchorAt(), promise.dueAt()).dividedBy(OVERRUN_SHARE_OF_WINDOW);
        Duration before = quarter.compareTo(policy.lastWord()) < 0 ? quarter : policy.lastWord();
        return night.latestAwakeAtOrBefore(promise.dueAt().minus(before));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
