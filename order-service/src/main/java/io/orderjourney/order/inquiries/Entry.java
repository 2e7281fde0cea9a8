package io.orderjourney.order.inquiries;

import io.orderjourney.contracts.InquiryChannel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was said in a dialogue, by the customer or by the shop, whichever way it came. The text is personal data.
 *
 * @param journeyId the inquiry in which it was said
 * @param channel how it came; absent for what the shop wrote, which goes out as the customer prefers
 * @param writtenBy who wrote it, or wrote it down
 * @param waitsFor with INTERIM: whom the shop asked before it can answer
 * @param askedThem with INTERIM: what it asked them
 */
public record Entry(
        UUID id,
        UUID journeyId,
        Kind kind,
        @Nullable InquiryChannel channel,
        String text,
        String writtenBy,
        Instant writtenAt,
        @Nullable WaitsFor waitsFor,
        @Nullable String askedThem) {

    /** What sort of thing was said. */
    public enum Kind {
        /** The customer asked, or wrote again. */
        CUSTOMER,
        /** A desk wrote when the answer comes. */
        INTERIM,
        /** A desk answered. */
        FINAL,
        /** A desk handed over to another one; customers do not read it. */
        HANDED_OVER
    }

    /** Whom the shop has to ask before it can answer. */
    public enum WaitsFor {
        /** Who delivers the goods to the shop. */
        SUPPLIER,
        /** The bank. */
        BANK,
        /** Who brings parcels. */
        COURIER,
        /** The workshop that repairs. */
        WORKSHOP,
        /** Somebody of the shop. */
        COLLEAGUE;

        /** Whether it is somebody outside. */
        public boolean isPartner() {
            return this != COLLEAGUE;
        }
    }
}
