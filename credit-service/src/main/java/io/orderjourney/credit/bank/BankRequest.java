package io.orderjourney.credit.bank;

import io.orderjourney.credit.applications.BankRequestKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the bank must be told. It is written with the change that it tells of, before anybody calls the bank, and
 * its application's id is the key that makes a repetition harmless: a lost response costs one more call, never a second
 * application.
 *
 * @param calledAt when the bank was first called, noted before the call: from then on it may have it, even if we crashed
 * @param attempts failed calls so far
 * @param nextAttemptAt business time
 * @param lastFailure why the last call failed, in words for staff
 * @param acknowledgedAt when the bank took it; null until then
 * @param rejectedAt when the bank refused the request itself; it waits for the credit desk, nobody repeats it on their own
 */
public record BankRequest(
        UUID applicationId,
        BankRequestKind kind,
        UUID journeyId,
        Instant createdAt,
        @Nullable Instant calledAt,
        int attempts,
        Instant nextAttemptAt,
        @Nullable String lastFailure,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant rejectedAt) {

    public static BankRequest waiting(UUID applicationId, BankRequestKind kind, UUID journeyId, Instant at) {
        return new BankRequest(applicationId, kind, journeyId, at, null, 0, at, null, null, null);
    }

    /** The bank will be called for it without anybody's help. */
    public boolean isWaiting() {
        return acknowledgedAt == null && rejectedAt == null;
    }

    public Key key() {
        return new Key(applicationId, kind);
    }

    /** One of each kind per application. */
    public record Key(UUID applicationId, BankRequestKind kind) {}
}
