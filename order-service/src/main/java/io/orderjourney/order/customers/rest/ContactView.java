package io.orderjourney.order.customers.rest;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a customer is reached. */
@Schema(name = "Contact", description = "How a customer is reached")
public record ContactView(
        String name,
        @Nullable String email,
        @Nullable String phone,
        String language,
        Channel preferredChannel,
        @Nullable String timeZone) {

    public static ContactView of(CustomerContact contact) {
        return new ContactView(
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.language(),
                contact.preferredChannel(),
                contact.timeZone());
    }
}
