package io.orderjourney.order.orders.rest;

import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.order.customers.ContactPolicy;
import io.orderjourney.order.customers.rest.ContactRequest;
import io.orderjourney.order.orders.usecase.PlaceOrderHandler.PlaceOrder;
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

        @NotNull
        @Pattern(regexp = Identifiers.PICKUP_POINT, message = Identifiers.MUST_BE_CODE)
        @Schema(examples = "WAW-CENTRUM")
        String pickupPoint,

        @NotEmpty @Size(max = 200) List<@NotNull @Valid Line> lines,

        @NotNull @Schema(description = "The sum of the lines")
        Money total,

        @Nullable
        @Size(max = 2000)
        @Schema(description = "The token of the pickup option that the customer accepted at checkout")
        String pickupOffer) {

    /** One line. */
    @Schema(name = "OrderRequestLine")
    record Line(
            @NotNull
            @Pattern(regexp = Identifiers.SKU, message = Identifiers.MUST_BE_CODE)
            @Schema(examples = "PHN-NOVA-X5-256-BLK")
            String sku,

            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = ContactPolicy.ONE_LINE, message = "must be one line of text")
            @Schema(examples = "Telefon Nova X5 256 GB, czarny")
            String name,

            @NotNull @Min(1) @Max(10_000) @Schema(examples = "1")
            Integer quantity,

            @NotNull Money unitPrice) {}

    /** @param newCustomerId for a customer whom the storefront does not know */
    PlaceOrder toCommand(UUID newCustomerId, String actor) {
        return new PlaceOrder(
                orderNumber,
                customer.toContact(Objects.requireNonNullElse(customerId, newCustomerId)),
                customer.preferredChannel() != null,
                payment,
                pickupPoint,
                lines.stream()
                        .map(line -> new OrderLine(line.sku(), line.name(), line.quantity(), line.unitPrice()))
                        .toList(),
                total,
                pickupOffer,
                actor);
    }
}
