package io.orderjourney.credit.bank;

import io.orderjourney.contracts.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The partner who decides about credit. Calls may last seconds and fail in every way: never inside a transaction. */
public interface Bank {

    /**
     * Submits an application; doing so again with the same reference changes nothing there.
     *
     * @param mayHaveIt an earlier call ended without a response: the bank is asked first whether it has the application
     * @throws CallFailed if the bank did not acknowledge it
     */
    SubmissionAck submit(UUID reference, Money amount, UUID customerId, boolean mayHaveIt);

    /**
     * Reports that the agreement of this application is signed; again, repeating it changes nothing.
     *
     * @throws CallFailed if the bank did not acknowledge it
     */
    void reportAgreement(UUID reference, String expertId, Instant signedAt);

    /**
     * Withdraws this application; repeating it changes nothing, and neither does withdrawing what the bank never got.
     *
     * @throws CallFailed if the bank did not acknowledge it
     */
    void withdraw(UUID reference);

    /**
     * The bank has the application.
     *
     * @param reference the bank's own
     * @param expectedDecisionAt when it expects to decide, as it came: not checked yet
     */
    record SubmissionAck(String reference, @Nullable Instant expectedDecisionAt) {}

    /** The bank did not acknowledge the request. It may have it all the same. */
    class CallFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** @param why in words for staff, without anything the bank sent */
        public CallFailed(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    /** Too many calls failed lately: the bank was not even called. */
    final class Unavailable extends CallFailed {

        private static final long serialVersionUID = 1L;

        public Unavailable(Throwable cause) {
            super("The bank is unavailable; the circuit is open", cause);
        }
    }

    /** The bank refused the request itself: repeating it unchanged cannot help. */
    final class Rejected extends CallFailed {

        private static final long serialVersionUID = 1L;

        public Rejected(int status, Throwable cause) {
            super("The bank rejected the request with status " + status, cause);
        }
    }
}
