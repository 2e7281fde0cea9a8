package io.orderjourney.contracts.state;

import io.orderjourney.contracts.Channel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How to reach one customer. Personal data: it travels on {@code customers} alone, and a tombstone erases it.
 *
 * @param phone E.164
 * @param timeZone IANA zone of the customer's night; the shop's zone if absent
 * @param deliveryAddresses where the parcels of the customer's open orders go; absent for none
 */
public record CustomerContact(
        UUID customerId,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String language,
        Channel preferredChannel,
        @Nullable String timeZone,
        @Nullable List<DeliveryAddress> deliveryAddresses) {

    /** A customer to whom no parcel is on its way. */
    public CustomerContact(
            UUID customerId,
            String name,
            @Nullable String email,
            @Nullable String phone,
            String language,
            Channel preferredChannel,
            @Nullable String timeZone) {
        this(customerId, name, email, phone, language, preferredChannel, timeZone, null);
    }

    /** The contact with the addresses of the parcels that are on their way. */
    public CustomerContact delivering(List<DeliveryAddress> addresses) {
        return new CustomerContact(
                customerId,
                name,
                email,
                phone,
                language,
                preferredChannel,
                timeZone,
                addresses.isEmpty() ? null : List.copyOf(addresses));
    }
}
