package io.orderjourney.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A shop platform: how it signs what it sends, what its orders look like, and how it is told of a date. */
interface ShopPlatform {

    /** Part of the address at which it calls, such as {@code woocommerce}. */
    String name();

    /** Begins the number of each order that comes from it, such as {@code WOO-}; the platform's own id follows. */
    String prefix();

    /** Whether the platform sent this. */
    boolean isGenuine(PlatformCall call);

    /** The order that was placed; empty for a call that tells of something else. */
    Optional<ShopOrder> placed(PlatformCall call, JsonNode body);

    /**
     * Shows at the platform's order what the customer was promised. The same date again changes nothing.
     *
     * @param reference the platform's id of the order
     * @param told the promise in the customer's words
     * @throws IOException if the platform did not take it; it is told again later
     */
    void showDate(String reference, OffsetDateTime dueAt, String told) throws IOException, InterruptedException;

    /**
     * Tells the shop's staff, at the order, that it could not be taken.
     *
     * @throws IOException if the platform did not take it
     */
    void tellStaff(String reference, String text) throws IOException, InterruptedException;
}
