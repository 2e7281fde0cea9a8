package io.orderjourney.credit.bank;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the bank must be told. It is written with the change that it tells of, before anybody calls the bank, and
 * its application's id is the key that makes a repetition harmless: so an answer that got lost costs one more call, never a
 * second application.
 *
 * @param calledAt when the bank was first called, noted before the call: from then on it may have it, whatever became of us
 * @param attempts how often the bank was called in vain
 * @param nextAttemptAt business time
 * @param lastFailure why the last call was in vain, in words for staff
 * @param answeredAt when the bank took it; null while it waits
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
        @Nullable Instant answeredAt) {

    public static BankRequest waiting(UUID applicationId, BankRequestKind kind, UUID journeyId, Instant at) {
        return new BankRequest(applicationId, kind, journeyId, at, null, 0, at, null, null);
    }

    public Key key() {
        return new Key(applicationId, kind);
    }

    /** One of each kind per application. */
    public record Key(UUID applicationId, BankRequestKind kind) {}
}
