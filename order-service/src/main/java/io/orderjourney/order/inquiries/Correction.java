package io.orderjourney.order.inquiries;

import io.orderjourney.contracts.PackingCare;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the shop promised after a complaint to do otherwise with the customer's next order. It has no date: it is kept when
 * the packer of that order says so, and by nothing else.
 *
 * @param journeyId the inquiry in which it was promised
 * @param promisedBy who promised it
 * @param orderId the order with which it was done; null until then
 * @param madeAt when it was done; null until then
 */
public record Correction(
        UUID id,
        UUID journeyId,
        PackingCare care,
        String promisedBy,
        Instant promisedAt,
        @Nullable UUID orderId,
        @Nullable Instant madeAt) {

    /** A promise for the next order. */
    public static Correction promised(UUID id, UUID journeyId, PackingCare care, String by, Instant at) {
        return new Correction(id, journeyId, care, by, at, null, null);
    }

    /** It is promised already, and not done yet. */
    public static final class AlreadyPromised extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public AlreadyPromised() {
            super("This is promised for the next order already");
        }
    }
}
