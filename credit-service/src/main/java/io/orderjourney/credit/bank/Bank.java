package io.orderjourney.credit.bank;

import io.orderjourney.contracts.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The partner who decides about credit. Calls may last seconds and fail in every way: never inside a transaction. */
public interface Bank {

    /**
     * Hands an application over; doing so again with the same reference changes nothing there.
     *
     * @param mayHaveIt an earlier call ended without an answer: the bank is asked first whether it has the application
     */
    SubmissionAck submit(UUID reference, Money amount, UUID customerId, boolean mayHaveIt);

    /** Tells that the agreement of this application is signed; again, repeating it changes nothing. */
    void tellAgreement(UUID reference, String expertId, Instant signedAt);

    /**
     * The bank took the application.
     *
     * @param reference the bank's own
     * @param expectedDecisionAt its word about when it decides, as it came: not believed yet
     */
    record SubmissionAck(String reference, @Nullable Instant expectedDecisionAt) {}

    /** The bank could not be told, or what came back tells us nothing. It may have it all the same. */
    class Unanswered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** @param why in words for staff, without anything the bank sent */
        public Unanswered(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    /** Too many calls failed lately: the bank was not even called. */
    final class Away extends Unanswered {

        private static final long serialVersionUID = 1L;

        public Away(Throwable cause) {
            super("The bank does not answer; it is left in peace for a while", cause);
        }
    }
}
