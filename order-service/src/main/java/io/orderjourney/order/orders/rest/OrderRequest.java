package io.orderjourney.order.orders.rest;

import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OneLine;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.order.customers.rest.ContactRequest;
import io.orderjourney.order.orders.usecase.PlaceOrderHandler.PlaceOrder;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The storefront's order. */
@Schema(description = "An order as the storefront sends it")
record OrderRequest(
        @Nullable
        @Pattern(regexp = Identifiers.ORDER_NUMBER, message = Identifiers.MUST_BE_CODE)
        @Schema(
                examples = "A-100042",
                description =
                        "The storefront's own number for the order, unique in the shop; one is made if it is absent")
        String orderNumber,

        @Nullable @Schema(description = "The customer's id, if the storefront knows them; one is made if it is absent")
        UUID customerId,

        @NotNull @Valid ContactRequest customer,
        @NotNull PaymentMethod payment,

        @Nullable
        @Pattern(regexp = Identifiers.PICKUP_POINT, message = Identifiers.MUST_BE_CODE)
        @Schema(
                examples = "WAW-CENTRUM",
                description = "Where the customer collects the goods; or a deliveryAddress instead")
        String pickupPoint,

        @Nullable
        @Valid
        @Schema(
                description =
                        "Where a courier brings the goods, which are paid before then. Personal data: it is kept with"
                                + " the customer's contact until the journey ends")
        Address deliveryAddress,

        @NotEmpty @Size(max = 200) List<@NotNull @Valid Line> lines,

        @NotNull @Schema(description = "The sum of the lines")
        Money total,

        @Nullable
        @Schema(
                description =
                        "Whether the customer wishes to collect what is there before the rest, should some goods come"
                                + " later; otherwise everything is handed over together, and they can still choose")
        Boolean inParts,

        @Nullable
        @Size(max = 2000)
        @Schema(description = "The token of the pickup option that the customer accepted at checkout")
        String pickupOffer) {

    /** Where a courier brings the goods. */
    @Schema(name = "DeliveryAddress")
    record Address(
            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
            @Schema(examples = "ul. Prosta 7 m. 12", description = "With the number of the house, and of the flat")
            String street,

            @NotBlank
            @Size(max = 20)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
            @Schema(examples = "00-850")
            String postalCode,

            @NotBlank
            @Size(max = 100)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
            @Schema(examples = "Warszawa")
            String city,

            @NotNull
            @Pattern(regexp = "^[A-Z]{2}$", message = "must be an ISO 3166 code of two letters")
            @Schema(examples = "PL")
            String country) {

        PlaceOrder.Address toAddress() {
            return new PlaceOrder.Address(street, postalCode, city, country);
        }
    }

    /** One line. */
    @Schema(name = "OrderRequestLine")
    record Line(
            @NotNull
            @Pattern(regexp = Identifiers.SKU, message = Identifiers.MUST_BE_CODE)
            @Schema(examples = "PHN-NOVA-X5-256-BLK")
            String sku,

            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
            @Schema(examples = "Telefon Nova X5 256 GB, czarny")
            String name,

            @NotNull @Min(1) @Max(10_000) @Schema(examples = "1")
            Integer quantity,

            @NotNull Money unitPrice) {}

    /**
     * @param newCustomerId for a customer whom the storefront does not know
     * @param traceparent of the request
     */
    PlaceOrder toCommand(UUID newCustomerId, String actor, @Nullable String traceparent) {
        if ((pickupPoint == null) == (deliveryAddress == null)) {
            throw Problem.validation(
                    FieldError.at("/pickupPoint", "one-way", "Give either a pickupPoint or a deliveryAddress."));
        }
        return new PlaceOrder(
                orderNumber,
                customer.toContact(Objects.requireNonNullElse(customerId, newCustomerId)),
                customer.preferredChannel() != null,
                payment,
                pickupPoint,
                deliveryAddress == null ? null : deliveryAddress.toAddress(),
                lines.stream()
                        .map(line -> new OrderLine(line.sku(), line.name(), line.quantity(), line.unitPrice()))
                        .toList(),
                total,
                Boolean.TRUE.equals(inParts) && deliveryAddress == null,
                pickupOffer,
                actor,
                traceparent);
    }
}
