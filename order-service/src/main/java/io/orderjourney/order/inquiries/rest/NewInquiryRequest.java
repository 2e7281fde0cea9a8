package io.orderjourney.order.inquiries.rest;

import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.order.customers.rest.ContactRequest;
import io.orderjourney.order.inquiries.usecase.ReceiveInquiryHandler.NewInquiry;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a customer asks or complains about. */
@Schema(description = "What a customer asks or complains about; with customerId or customer")
record NewInquiryRequest(
        @NotNull
        @Pattern(regexp = TOPIC, message = "must be a topic, such as STOCK")
        @Schema(examples = "STOCK", description = "One of the topics of GET /inquiry-topics")
        String topic,

        @NotNull InquiryChannel channel,

        @Nullable @Schema(description = "The customer's id, if the sender knows them")
        UUID customerId,

        @Nullable @Valid @Schema(description = "How a customer who is not known is reached")
        ContactRequest customer,

        @Nullable
        @Pattern(regexp = Identifiers.ORDER_NUMBER, message = Identifiers.MUST_BE_CODE)
        @Schema(examples = "A-100042", description = "The order that it is about; an unknown number changes nothing")
        String orderNumber,

        @NotBlank @Size(max = TEXT_LENGTH_MAX) @Schema(examples = "Kiedy telefon Nova X5 będzie znów dostępny?")
        String text) {

    static final String TOPIC = "^[A-Z][A-Z0-9_]{0,39}$";

    static final int TEXT_LENGTH_MAX = 10_000;

    NewInquiry toCommand(UUID newCustomerId, String actor) {
        if ((customerId == null) == (customer == null)) {
            throw Problem.validation(
                    FieldError.at("/customer", "customer-or-id", "Give either customerId or customer."));
        }
        return new NewInquiry(
                topic,
                channel,
                customerId,
                customer == null ? null : customer.toContact(newCustomerId),
                orderNumber,
                text,
                actor);
    }
}
