package io.orderjourney.notification.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer answered about one order, once.
 *
 * @param rating 1 (bad) to {@value #BEST}
 * @param words in their own words; absent if they wrote none
 * @param code the code for their next order that they got for it; absent without one
 */
public record Feedback(
        UUID journeyId,
        UUID customerId,
        int rating,
        FeedbackCause cause,
        @Nullable String words,
        @Nullable String code,
        Instant givenAt) {

    /** The best rating. */
    public static final int BEST = 5;

    /** A rating up to this one is a customer whom somebody should call. */
    private static final int BAD = 2;

    private static final int WORDS_LENGTH_MAX = 1_000;

    /** @throws IllegalArgumentException for a rating that there is not */
    public Feedback {
        if (rating < 1 || rating > BEST) {
            throw new IllegalArgumentException("A rating is between 1 and " + BEST);
        }
        words = words == null || words.isBlank() ? null : shortened(words.strip());
    }

    private static String shortened(String words) {
        return words.length() > WORDS_LENGTH_MAX ? words.substring(0, WORDS_LENGTH_MAX) : words;
    }

    /** Whether the customer is so dissatisfied that somebody should talk with them. */
    public boolean isBad() {
        return rating <= BAD;
    }

    /** The stored answers, who is to be asked, and the policy. Every call joins the running transaction. */
    public interface Answers {

        /** These journeys are asked about at this time; one that is planned already stays so. */
        void plan(Collection<UUID> journeyIds, Instant askAt);

        /** Takes the journeys that are due, at most so many: no other replica asks about them. */
        List<UUID> takeDue(Instant now, int atMost);

        /** How many are due, at most a thousand. */
        long due(Instant now);

        /** When the next one is due; null if none is planned. */
        @Nullable
        Instant nextAt();

        /** What is remembered of these customers; who was never asked is missing. */
        Map<UUID, AskedBefore> askedBefore(Collection<UUID> customerIds);

        void asked(Collection<UUID> customerIds, Instant at);

        /** This customer is never asked again. */
        void optOut(UUID customerId);

        Optional<Feedback> find(UUID journeyId);

        /**
         * Stores an answer and counts it.
         *
         * @param day the business day on which it counts
         * @return false if there was one before: then nothing changed
         */
        boolean add(Feedback feedback, LocalDate day);

        /** The newest first. */
        List<Feedback> list(@Nullable Place after, int atMost);

        /** A place in the list. */
        record Place(Instant givenAt, UUID journeyId) {}

        /** What the answers of these days add up to; days of at most a year. */
        List<Count> counts(LocalDate from, LocalDate until);

        /** So many answers with this cause and this rating. */
        record Count(FeedbackCause cause, int rating, long answers) {}

        /** Forgets what this customer wrote, and that they were asked. */
        void erase(UUID customerId);

        /** The policy in force; it may be a second old. */
        FeedbackPolicy policy();

        void put(FeedbackPolicy policy);
    }

    /**
     * What is remembered of a customer.
     *
     * @param at when they were asked last; absent if they were not
     */
    public record AskedBefore(@Nullable Instant at, boolean optedOut) {

        static final AskedBefore NEVER = new AskedBefore(null, false);
    }
}
