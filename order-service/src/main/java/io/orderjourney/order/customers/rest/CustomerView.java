package io.orderjourney.order.customers.rest;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a customer is reached. */
@Schema(description = "How a customer is reached; the ETag header is the version to change")
record CustomerView(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String language,
        Channel preferredChannel,
        @Nullable String timeZone) {

    static CustomerView of(CustomerContact contact) {
        return new CustomerView(
                contact.customerId(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.language(),
                contact.preferredChannel(),
                contact.timeZone());
    }
}
