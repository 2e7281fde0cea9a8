package io.orderjourney.notification.recovery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the shop does for one customer after it failed them in a journey. Each remedy is given once in a journey, however often
 * the shop fails in it; a worse failure adds what is missing.
 *
 * @param late of the worst failure
 * @param costMinor what gifts and codes cost at most
 * @param parts every remedy with what stands for it
 */
public record Recovery(UUID journeyId, Duration late, Instant openedAt, long costMinor, List<Part> parts) {

    /**
     * A remedy that was begun.
     *
     * @param reference the desk task or the message that stands for it; absent for what was left out
     * @param leftOut why it is not given; absent if it is
     */
    public record Part(
            Remedy remedy,
            @Nullable UUID reference,
            @Nullable String leftOut) {}

    public Recovery {
        parts = List.copyOf(parts);
    }

    /** Whether this remedy was begun, or left out, before. */
    public boolean has(Remedy remedy) {
        return parts.stream().anyMatch(part -> part.remedy() == remedy);
    }

    /** The stored recoveries, codes and the policy. Every call joins the running transaction. */
    public interface Recoveries {

        /**
         * Remembers that the shop failed a customer in a promise.
         *
         * @return false if that was known before
         */
        boolean failed(UUID customerId, UUID promiseId, Instant at);

        /** How often the shop failed a customer since then, at most a hundred. */
        int failures(UUID customerId, Instant since);

        /** The recovery of a journey, if it was begun. Until this transaction ends no other one is begun in it. */
        Optional<Recovery> findForChange(UUID journeyId);

        /** Begins one, or notes that it became more. */
        void begin(UUID journeyId, UUID customerId, Duration late, long costMinor, Instant at);

        void add(UUID journeyId, Recovery.Part part);

        /**
         * Takes an amount from the budget of a month.
         *
         * @return false if that is more than is left: then nothing is taken
         */
        boolean spend(LocalDate month, long amountMinor, long budgetMinor);

        /** What was taken from the budget of a month. */
        long spent(LocalDate month);

        void addCode(DiscountCode code, UUID journeyId);

        Optional<DiscountCode> code(String code);

        /**
         * Uses a code up.
         *
         * @return false if it was used before, or is good no more
         */
        boolean redeem(String code, String orderNumber, Instant at);

        /** The newest first. */
        List<Recovery> list(@Nullable Place after, int atMost);

        /** A place in the list. */
        record Place(Instant openedAt, UUID journeyId) {}

        /** The policy in force; it may be a second old. */
        RecoveryPolicy policy();

        /** @param by who put it in force; every change is kept */
        void put(RecoveryPolicy policy, String by, Instant at);

        /** A change of the ladder. */
        record Change(Instant changedAt, String changedBy, RecoveryPolicy policy) {}

        /** The newest changes first. */
        List<Change> changes(int atMost);

        /**
         * Promises that ended badly, in the order in which they did.
         *
         * @param after the last one that was read; null for the first
         */
        List<PastFailure> pastFailures(Instant since, @Nullable PastFailure after, int atMost);

        /**
         * What came back of the codes.
         *
         * @param redeemed codes that were used
         * @param ordersMinor what the orders cost for which they were, as far as those are known here
         */
        record Returns(int redeemed, long ordersMinor) {}

        /** What came back in a time; its end is not part of it. */
        Returns returns(Instant from, Instant until);
    }
}
