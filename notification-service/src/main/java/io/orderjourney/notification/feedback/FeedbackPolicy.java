package io.orderjourney.notification.feedback;

import java.time.Duration;
import java.time.Instant;

/**
 * When customers are asked how it was. It is data: management changes it without a new version of the software.
 *
 * @param active whether anybody is asked
 * @param askAfterDays so many days after they got the goods
 * @param notAgainWithinDays a customer is asked at most once within so many days
 * @param discountPercent of the code that thanks for an answer; 0 for none
 * @param codeValidDays how long that code is good
 */
public record FeedbackPolicy(
        boolean active, int askAfterDays, int notAgainWithinDays, int discountPercent, int codeValidDays) {

    private static final int ASK_AFTER_MAX = 30;
    private static final int DAYS_MAX = 730;
    private static final int PERCENT_MAX = 100;

    /** @throws IllegalArgumentException if it makes no sense; the message says why */
    public FeedbackPolicy {
        // The link shows the page of an order for thirty days after its end.
        if (askAfterDays < 1 || askAfterDays >= ASK_AFTER_MAX) {
            throw new IllegalArgumentException("customers are asked after 1 to " + (ASK_AFTER_MAX - 1) + " days");
        }
        if (notAgainWithinDays < 0 || notAgainWithinDays > DAYS_MAX || codeValidDays < 1 || codeValidDays > DAYS_MAX) {
            throw new IllegalArgumentException("days are between 1 and " + DAYS_MAX);
        }
        if (discountPercent < 0 || discountPercent > PERCENT_MAX) {
            throw new IllegalArgumentException("a discount is at most " + PERCENT_MAX + " percent");
        }
    }

    /**
     * What is known of somebody who is due.
     *
     * @param reachable they are known, and were not erased
     * @param completed they have their goods, and nothing is open in this journey
     * @param failed a promise of this journey was broken without notice, or told too late
     * @param madeUp everything that the shop does about such a failure happened
     */
    public record Candidate(
            boolean reachable, boolean completed, boolean failed, boolean madeUp, Feedback.AskedBefore before) {

        /** Somebody who was never asked. */
        public Candidate(boolean reachable, boolean completed, boolean failed, boolean madeUp) {
            this(reachable, completed, failed, madeUp, Feedback.AskedBefore.NEVER);
        }

        /** The same, who is remembered. */
        public Candidate with(Feedback.AskedBefore known) {
            return new Candidate(reachable, completed, failed, madeUp, known);
        }
    }

    /** When somebody is asked who has their goods since then. */
    public Instant askAt(Instant hadAt) {
        return hadAt.plus(Duration.ofDays(askAfterDays));
    }

    /** Whether to ask: who was let down is owed something else first, and who does not want to be asked is not. */
    public boolean mayAsk(Candidate who, Instant now) {
        Instant last = who.before().at();
        boolean lately = last != null && now.isBefore(last.plus(Duration.ofDays(notAgainWithinDays)));
        return active
                && who.reachable()
                && who.completed()
                && !who.before().optedOut()
                && !lately
                && (!who.failed() || who.madeUp());
    }
}
