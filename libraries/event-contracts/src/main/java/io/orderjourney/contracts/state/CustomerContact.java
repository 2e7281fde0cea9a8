package io.orderjourney.contracts.state;

import io.orderjourney.contracts.Channel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How to reach one customer. Personal data: it travels on {@code customers} alone, and a tombstone erases it.
 *
 * @param phone E.164
 * @param timeZone IANA zone of the customer's night; the shop's zone if absent
 */
public record CustomerContact(
        UUID customerId,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String language,
        Channel preferredChannel,
        @Nullable String timeZone) {}
