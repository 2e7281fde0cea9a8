package io.orderjourney.console.desk;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of a queue.
 *
 * @param urgency only rows that stand so; null for all
 * @param search a part of an order number, a name, a phone number or a mail address; null for all
 * @param cursor where the view before ended; null to begin
 */
public record QueueFilter(
        @Nullable Urgency urgency,
        @Nullable String search,
        @Nullable String cursor) {}
