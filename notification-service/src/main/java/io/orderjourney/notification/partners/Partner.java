package io.orderjourney.notification.partners;

import io.orderjourney.time.WeeklyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the shop agreed with a partner.
 *
 * @param name by which facts name them, e.g. of a supplier
 * @param supportHours when they answer, e.g. {@code Mon-Fri 09:00-17:00}
 * @param phone their support
 * @param grace what they do so long after they said counts as in time
 * @param penaltyMinor what the contract asks of them for each word that they broke, in the currency of the shop; 0 for nothing
 */
public record Partner(
        String name,
        PartnerRole role,
        String supportHours,
        @Nullable String phone,
        Duration grace,
        long penaltyMinor) {

    /** Of a partner with whom nothing is written down. */
    public static final Duration USUAL_GRACE = Duration.ofHours(4);

    /** @throws IllegalArgumentException if it makes no sense; the message says why */
    public Partner {
        WeeklyHours.parse(supportHours);
        if (grace.isNegative() || penaltyMinor < 0) {
            throw new IllegalArgumentException("neither the grace nor the penalty is negative");
        }
    }

    /** When they answer. */
    public WeeklyHours hours() {
        return WeeklyHours.parse(supportHours);
    }

    /** The stored partners, their words and the counters of them. Every call joins the running transaction. */
    public interface Partners {

        /** All with whom something was agreed, by name. There are few. */
        Map<String, Partner> agreed();

        void put(Partner partner);

        /** What they said about these journeys: the first of it stays, the last of it counts, and moves are counted. */
        void said(Collection<PartnerWord> words);

        /**
         * What they did, once in a journey.
         *
         * @return those words that were open
         */
        List<PartnerWord> done(Collection<Done> done);

        /** Something that a partner did. */
        record Done(UUID journeyId, PartnerRole role, Instant at) {}

        /** Adds to the counters, and remembers which of the words were broken. */
        void count(Collection<PartnerScore> scores, Collection<PartnerWord> broken);

        /** The scores from this month on. */
        List<PartnerScore> scores(LocalDate sinceMonth);

        /** The words that a partner broke, the last one first. */
        List<PartnerWord> broken(String partner, @Nullable Place after, int atMost);

        /** A place in that list. */
        record Place(Instant doneAt, UUID journeyId) {}
    }
}
