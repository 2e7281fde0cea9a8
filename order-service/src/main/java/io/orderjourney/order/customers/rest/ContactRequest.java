package io.orderjourney.order.customers.rest;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.OneLine;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.order.customers.ContactPolicy;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a customer is reached from now on. */
@Schema(description = "How a customer is reached from now on; at least e-mail or phone")
public record ContactRequest(
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
        @Schema(examples = "Jan Kowalski")
        String name,

        @Nullable
        @Email
        @Size(min = 1, max = ContactPolicy.EMAIL_LENGTH_MAX)
        @Schema(
                examples = "jan.kowalski@example.com",
                description = "An international domain is stored in its ASCII form")
        String email,

        @Nullable
        @Pattern(regexp = ContactPolicy.E_164, message = "must be E.164, such as +48501234567")
        @Schema(examples = "+48501234567")
        String phone,

        @NotNull
        @Pattern(regexp = ContactPolicy.LANGUAGE, message = "must be a BCP 47 language, such as pl")
        @Schema(examples = "pl")
        String language,

        @Nullable @Schema(description = "If absent, the written channel that exists, e-mail first")
        Channel preferredChannel,

        @Nullable
        @Size(max = 64)
        @Schema(
                examples = "Europe/Warsaw",
                description = "IANA zone of the customer's quiet hours; the shop's if absent")
        String timeZone) {

    /** @throws ContactPolicy.Refused if the customer cannot be reached with it */
    public CustomerContact toContact(UUID customerId) {
        return ContactPolicy.contact(customerId, name, email, phone, language, preferredChannel, timeZone);
    }
}
